package io.ordertrail.intake.folder;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of watched folders. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FolderSettings.class)
class FolderConfiguration {}
