package io.ordertrail.encryption;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.event.spi.PreLoadEvent;
import org.hibernate.event.spi.PreLoadEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Encrypts the state of an entity on its way to the database and decrypts it on its way back. A converter of JPA could
 * not bind a text to its row, which it does not see. What Hibernate later compares with the entity has to be in the
 * clear again, so that nothing looks changed.
 */
class EncryptEntities
        implements PreInsertEventListener,
                PostInsertEventListener,
                PreUpdateEventListener,
                PostUpdateEventListener,
                PreLoadEventListener {

    private final transient FieldCipher cipher;
    private final transient SubjectKeys subjects;
    private final transient List<EncryptedColumns> tables;
    private final transient Map<String, Optional<EncryptedEntity>> entities = new ConcurrentHashMap<>();

    EncryptEntities(FieldCipher cipher, SubjectKeys subjects, List<EncryptedColumns> tables) {
        this.subjects = subjects;
        this.cipher = cipher;
        this.tables = tables;
    }

    @Override
    public boolean onPreInsert(PreInsertEvent event) {
        entity(event.getPersister())
                .ifPresent(entity -> entity.encrypt(event.getId(), event.getState(), cipher, subjects));
        return false;
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        entity(event.getPersister())
                .ifPresent(entity -> entity.restore(event.getEntity(), event.getPersister(), event.getState()));
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        entity(event.getPersister())
                .ifPresent(entity -> entity.encrypt(event.getId(), event.getState(), cipher, subjects));
        return false;
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        entity(event.getPersister())
                .ifPresent(entity -> entity.restore(event.getEntity(), event.getPersister(), event.getState()));
    }

    @Override
    public void onPreLoad(PreLoadEvent event) {
        entity(event.getPersister())
                .ifPresent(entity -> entity.decrypt(event.getId(), event.getState(), cipher, subjects));
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    private Optional<EncryptedEntity> entity(EntityPersister persister) {
        return entities.computeIfAbsent(
                persister.getEntityName(), name -> encrypted((AbstractEntityPersister) persister));
    }

    private Optional<EncryptedEntity> encrypted(AbstractEntityPersister persister) {
        return tables.stream()
                .filter(EncryptedColumns::byEntity)
                .filter(stored -> stored.table().equals(persister.getTableName()))
                .findFirst()
                .map(stored -> EncryptedEntity.of(stored, persister));
    }
}
