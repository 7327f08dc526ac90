package io.ordertrail.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;

import io.ordertrail.masterdata.MasterData;

/** All we sell or ever sold. */
public interface Products extends MasterData<Product> {

    /** Those of these that there are; unknown ones are left out. */
    List<Product> findBySkuIn(Collection<String> skus);

    /** Those of these that there are. */
    @Query("select p.sku from Product p where p.sku in :skus")
    Set<String> known(Collection<String> skus);

    @Query("""
      select p from Product p
      where (:text = '' or lower(p.sku) like concat('%', :text, '%') escape '!' or lower(p.name) like concat('%', :text, '%') escape '!')
        and (:category = '' or p.category = :category)
        and p.sku > :after
      order by p.sku""")
    List<Product> search(String text, String category, String after, Limit limit);

    @Query("select distinct p.category from Product p order by p.category")
    List<String> categories();

    long count();

    @Override
    default Product get(String sku) {
        return findById(sku).orElseThrow(() -> new UnknownProduct(sku));
    }
}
