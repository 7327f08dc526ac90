package io.ordertrail.platform.engine;

import java.io.InputStream;

import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransform;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransform;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransformer;
import org.camunda.bpm.dmn.engine.impl.transform.DmnTransformException;
import org.camunda.bpm.model.xml.ModelException;

/** Makes a decision engine read its tables by {@link ModelFiles}. */
class TableTransformer extends DefaultDmnTransformer {

    @Override
    public DmnTransform createTransform() {
        return new DefaultDmnTransform(this) {

            @Override
            public void setModelInstance(InputStream file) {
                try {
                    setModelInstance(ModelFiles.tables(file));
                } catch (ModelException e) {
                    throw new DmnTransformException("The file of tables cannot be read", e);
                }
            }
        };
    }
}
