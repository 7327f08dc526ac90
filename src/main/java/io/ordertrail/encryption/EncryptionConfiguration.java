package io.ordertrail.encryption;

import java.util.List;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.jpa.boot.spi.JpaSettings;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.springframework.boot.autoconfigure.orm.jpa.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells Hibernate, before it reads or writes anything, to encrypt entities. */
@Configuration(proxyBeanMethods = false)
class EncryptionConfiguration {

    @Bean
    HibernatePropertiesCustomizer encryptedEntities(
            FieldCipher cipher, SubjectKeys subjects, List<EncryptedColumns> tables) {
        IntegratorProvider provider = () -> List.of(new Listeners(new EncryptEntities(cipher, subjects, tables)));
        return properties -> properties.put(JpaSettings.INTEGRATOR_PROVIDER, provider);
    }

    private record Listeners(EncryptEntities encryptEntities) implements Integrator {

        @Override
        public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
            var listeners = factory.getServiceRegistry().requireService(EventListenerRegistry.class);
            listeners.appendListeners(EventType.PRE_INSERT, encryptEntities);
            listeners.prependListeners(EventType.POST_INSERT, encryptEntities);
            listeners.appendListeners(EventType.PRE_UPDATE, encryptEntities);
            listeners.prependListeners(EventType.POST_UPDATE, encryptEntities);
            listeners.prependListeners(EventType.PRE_LOAD, encryptEntities);
        }

        @Override
        public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
            // nothing is kept
        }
    }
}
