package io.ordertrail.stock;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/** All warehouses. */
public interface Sites extends Repository<Site, String> {

  Site save(Site site);

  Optional<Site> findById(String code);

  List<Site> findAllByOrderByCode();

  default Site get(String code) {
    return findById(code).orElseThrow(() -> new UnknownSite(code));
  }
}
