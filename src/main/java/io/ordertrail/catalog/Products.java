package io.ordertrail.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;

import io.ordertrail.masterdata.MasterData;

/** All products, active or not. */
public interface Products extends MasterData<Product> {

    /** Finds the products with these SKUs; unknown SKUs are left out. */
    List<Product> findBySkuIn(Collection<String> skus);

    /** Tells which of these SKUs exist. */
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
