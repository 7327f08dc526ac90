# Builds from the sources alone; the lower layers contain what changes rarely.
FROM eclipse-temurin:17-jdk AS build
WORKDIR /source
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY bpmn bpmn
COPY forms forms
COPY src src
RUN ./mvnw -B -ntp -q package -DskipTests -Plicences \
 && java -Djarmode=tools -jar target/ordertrail-*.jar extract --layers --launcher --destination /layers

FROM eclipse-temurin:17-jre
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin ordertrail
WORKDIR /ordertrail
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
COPY deploy/healthy /usr/local/bin/healthy
USER 10001:10001
EXPOSE 8080
# Uses a share of the container's memory, and exits when it is out of memory.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=65 -XX:+ExitOnOutOfMemoryError"
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 CMD ["healthy", "8080", "/actuator/health/readiness"]
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
