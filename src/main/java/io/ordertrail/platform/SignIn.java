package io.ordertrail.platform;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** The way in which a person (web) and a program (rest) say who they are. */
interface SignIn {

  /** Where somebody is sent who has to sign in first. */
  String page();

  void web(HttpSecurity http) throws Exception;

  void rest(HttpSecurity http) throws Exception;

  /** Places besides our own at which a posted form may end, for the Content-Security-Policy. */
  default String formTargets() {
    return "";
  }
}
