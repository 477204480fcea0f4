package dev.orderwave.deploy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// For tests whose programs take minutes to build. Where they were asked for, a program that is missing is a failure.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(
        named = "ORDERWAVE_TEST_DEPLOY",
        matches = "true",
        disabledReason = "it needs a Kubernetes API server: './orderwave test --deploy' builds one and runs this test")
@interface NeedsCluster {}
