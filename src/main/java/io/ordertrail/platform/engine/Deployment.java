package io.ordertrail.platform.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Deploys diagrams and forms under their file names, so that a jar and a start from sources deploy the same. */
@Component
class Deployment extends DefaultDeploymentConfiguration {

    @Override
    public Set<Resource> getDeploymentResources() {
        return super.getDeploymentResources().stream().map(Named::new).collect(Collectors.toUnmodifiableSet());
    }

    private static final class Named extends AbstractResource implements ContextResource {

        private final Resource file;

        private Named(Resource file) {
            this.file = file;
        }

        @Override
        public String getPathWithinContext() {
            return file.getFilename();
        }

        @Override
        public String getDescription() {
            return file.getDescription();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return file.getInputStream();
        }
    }
}
