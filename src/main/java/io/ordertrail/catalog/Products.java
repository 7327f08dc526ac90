package io.ordertrail.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;

import io.ordertrail.masterdata.MasterData;
import io.ordertrail.masterdata.TypedCodes;

/** All products, active or not. */
public interface Products extends MasterData<Product> {

    /** Finds the products with these SKUs; unknown SKUs are left out. */
    List<Product> findBySkuIn(Collection<String> skus);

    /** Tells which of these SKUs exist. */
    @Query("select p.sku from Product p where p.sku in :skus")
    Set<String> known(Collection<String> skus);

    @Query("""
      select p from Product p where (:category = '' or p.category = :category) and p.sku > :after
      order by p.sku""")
    List<Product> following(String category, String after, Limit limit);

    /** Those with one of the SKUs, or with an SKU that begins so. */
    @Query("""
      select p from Product p where (p.sku in :skus or p.skuUpper like :beginning escape '!')
        and (:category = '' or p.category = :category) and p.sku > :after
      order by p.sku""")
    List<Product> among(Collection<String> skus, String beginning, String category, String after, Limit limit);

    @Query("select distinct p.category from Product p order by p.category")
    List<String> categories();

    long count();

    List<Product> findBySkuUpperIn(Collection<String> skus);

    /**
     * Finds products by SKUs as people type them, in any case. The exact SKU comes first; one that only differs in case
     * from several is not found. SKUs that are typed exactly cost one query.
     */
    default Map<String, Product> typed(Collection<String> skus) {
        return TypedCodes.find(skus, Product::sku, this::findBySkuIn, this::findBySkuUpperIn);
    }

    @Override
    default Optional<Product> typed(String sku) {
        return findById(sku).or(() -> Optional.ofNullable(typed(List.of(sku)).get(sku)));
    }

    /** The SKU of the product that somebody typed in any case; what no product has stays as it is. */
    default String sku(String typed) {
        return typed(typed).map(Product::sku).orElse(typed);
    }

    @Override
    default Product get(String sku) {
        return typed(sku).orElseThrow(() -> new UnknownProduct(sku));
    }
}
