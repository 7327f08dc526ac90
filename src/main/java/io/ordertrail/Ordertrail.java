package io.ordertrail;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
@org.springframework.boot.context.properties.ConfigurationPropertiesScan
public class Ordertrail {

  public static void main(String[] args) {
    SpringApplication.run(Ordertrail.class, args);
  }
}
