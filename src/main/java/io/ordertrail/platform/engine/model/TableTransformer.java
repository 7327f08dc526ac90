package io.ordertrail.platform.engine.model;

import java.io.InputStream;

import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransform;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransform;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransformer;
import org.camunda.bpm.dmn.engine.impl.transform.DmnTransformException;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;

/** Makes a decision engine read its tables by {@link TableParser}. */
public class TableTransformer extends DefaultDmnTransformer {

    @Override
    public DmnTransform createTransform() {
        return new DefaultDmnTransform(this) {

            @Override
            public void setModelInstance(InputStream file) {
                try {
                    setModelInstance((DmnModelInstance) TableParser.ONLY.parseModelFromStream(file));
                } catch (ModelException e) {
                    throw new DmnTransformException("The file of tables cannot be read", e);
                }
            }
        };
    }
}
