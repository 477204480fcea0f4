package dev.orderwave.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The arrows of the architecture: dependencies point down only, and no folder is named after nothing.
class ArchitectureTest {
    private static final String CONNECTOR = "dev.orderwave.dapr..";
    private static final String WASM_HOST = "dev.orderwave.wasm..";
    private static final String MODULE_STORE = "dev.orderwave.modules..";
    private static final String TRACING = "dev.orderwave.tracing..";
    private static final String CONFORMANCE = "dev.orderwave.conformance..";
    private static final String LOGIC = "dev.orderwave.logic..";
    private static final String WORKBENCH = "dev.orderwave.workbench..";
    private static final String PROCESSOR = "dev.orderwave.processor..";
    private static final String QUEUE_WATCH = "dev.orderwave.queuewatch..";
    private static final String DISTRIBUTOR = "dev.orderwave.distributor..";
    private static final String RECEIVERS = "dev.orderwave.receiver..";
    private static final String SERVICE_BUS = "dev.orderwave.servicebus..";
    private static final String PROCESSES = "dev.orderwave.processes..";
    private static final String AZURE_ACCESS = "dev.orderwave.azure..";
    private static final String LEDGER = "dev.orderwave.ledger..";
    private static final String LOADGEN = "dev.orderwave.loadgen..";
    private static final String LOCAL_SUITE = "dev.orderwave.local..";
    private static final String DAPR = "io.dapr..";
    private static final String QUARKUS = "io.quarkus..";
    private static final String MESSAGING = "io.smallrye.reactive..";
    private static final String CHICORY = "com.dylibso.chicory..";

    private final JavaClasses suite = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPaths(modules());

    @Test
    void the_connector_knows_neither_orders_nor_modules_nor_quarkus() {
        check(noClasses()
                .that()
                .resideInAPackage(CONNECTOR)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WASM_HOST, LOGIC, PROCESSOR, LOADGEN, CHICORY, QUARKUS));
    }

    @Test
    void the_wasm_host_knows_neither_orders_nor_dapr_nor_quarkus() {
        check(noClasses()
                .that()
                .resideInAPackage(WASM_HOST)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CONNECTOR, CONFORMANCE, LOGIC, PROCESSOR, LOADGEN, DAPR, QUARKUS, MESSAGING));
    }

    @Test
    void the_module_store_knows_neither_what_modules_do_nor_who_runs_them() {
        check(noClasses()
                .that()
                .resideInAPackage(MODULE_STORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        CONNECTOR, WASM_HOST, LOGIC, PROCESSOR, LOADGEN, DAPR, QUARKUS, MESSAGING, CHICORY));
    }

    @Test
    void tracing_knows_nothing_of_what_is_traced_and_alone_knows_how_traces_are_told() {
        check(noClasses()
                .that()
                .resideInAPackage(TRACING)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CONNECTOR, WASM_HOST, LOGIC, PROCESSOR, LOADGEN, DAPR, QUARKUS, MESSAGING));
        check(noClasses()
                .that()
                .resideOutsideOfPackage(TRACING)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.opentelemetry.sdk..", "io.opentelemetry.exporter.."));
    }

    @Test
    void only_the_engine_and_what_it_compiled_know_chicory() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.orderwave.wasm.chicory..", "dev.orderwave.logic.compiled..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CHICORY));
    }

    @Test
    void the_conformance_suite_knows_no_module() {
        check(noClasses()
                .that()
                .resideInAPackage(CONFORMANCE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CONNECTOR, LOGIC, PROCESSOR, LOADGEN, DAPR, QUARKUS, MESSAGING));
    }

    @Test
    void what_ships_does_not_carry_the_conformance_suite() {
        check(noClasses()
                .that()
                .resideInAnyPackage(LOGIC, PROCESSOR, DISTRIBUTOR, RECEIVERS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CONFORMANCE));
    }

    @Test
    void the_workbench_knows_modules_only_as_their_users_do() {
        check(noClasses()
                .that()
                .resideInAPackage(WORKBENCH)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CONNECTOR, LOGIC, PROCESSOR, LOADGEN, LOCAL_SUITE, DAPR, QUARKUS, MESSAGING));
        check(noClasses()
                .that()
                .resideOutsideOfPackage(WORKBENCH)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WORKBENCH));
    }

    @Test
    void order_logic_knows_neither_dapr_nor_messaging() {
        check(noClasses()
                .that()
                .resideInAPackage(LOGIC)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CONNECTOR, PROCESSOR, DAPR, QUARKUS, MESSAGING));
    }

    @Test
    void the_processor_does_not_know_what_messages_are_about() {
        check(noClasses()
                .that()
                .resideInAPackage(PROCESSOR)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LOGIC, LOADGEN, CHICORY, QUARKUS));
    }

    @Test
    void the_queue_watch_knows_neither_orders_nor_modules() {
        check(noClasses()
                .that()
                .resideInAPackage(QUEUE_WATCH)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WASM_HOST, LOGIC, PROCESSOR, LOADGEN, CHICORY, DAPR));
    }

    @Test
    void services_do_not_know_each_other() {
        check(noClasses()
                .that()
                .resideInAPackage(DISTRIBUTOR)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(RECEIVERS));
        check(noClasses()
                .that()
                .resideInAPackage(RECEIVERS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DISTRIBUTOR));
        check(noClasses()
                .that()
                .resideInAPackage("dev.orderwave.receiver.express..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.orderwave.receiver.standard.."));
        check(noClasses()
                .that()
                .resideInAPackage("dev.orderwave.receiver.standard..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.orderwave.receiver.express.."));
    }

    @Test
    void services_hold_no_business_rule_and_so_read_no_json() {
        check(noClasses()
                .that()
                .resideInAnyPackage(DISTRIBUTOR, RECEIVERS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.."));
    }

    @Test
    void the_local_service_bus_knows_neither_orders_nor_dapr() {
        check(noClasses()
                .that()
                .resideInAPackage(SERVICE_BUS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CONNECTOR, LOGIC, LOADGEN, DAPR));
    }

    @Test
    void only_its_journal_knows_how_the_local_service_bus_keeps_messages() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.orderwave.servicebus.internal.journal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.h2.."));
    }

    @Test
    void only_those_who_send_and_look_after_orders_know_azures_libraries() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(AZURE_ACCESS, LEDGER, "dev.orderwave.loadgen.schedule..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.azure.."));
    }

    @Test
    void the_way_to_azure_knows_nothing_of_what_goes_there() {
        check(noClasses()
                .that()
                .resideInAPackage(AZURE_ACCESS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LEDGER, LOADGEN, SERVICE_BUS, PROCESSES, LOCAL_SUITE));
    }

    @Test
    void the_ledger_knows_neither_the_services_code_nor_where_orders_come_from() {
        check(noClasses()
                .that()
                .resideInAPackage(LEDGER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        CONNECTOR,
                        WASM_HOST,
                        LOGIC,
                        PROCESSOR,
                        DISTRIBUTOR,
                        RECEIVERS,
                        SERVICE_BUS,
                        PROCESSES,
                        LOADGEN,
                        LOCAL_SUITE));
    }

    @Test
    void the_load_does_not_know_the_services_code() {
        check(noClasses()
                .that()
                .resideInAPackage(LOADGEN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CONNECTOR, WASM_HOST, LOGIC, PROCESSOR, DISTRIBUTOR, RECEIVERS, LOCAL_SUITE));
    }

    @Test
    void the_local_suite_runs_services_as_processes() {
        check(noClasses()
                .that()
                .resideInAnyPackage(LOCAL_SUITE, PROCESSES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CONNECTOR, WASM_HOST, LOGIC, PROCESSOR, DISTRIBUTOR, RECEIVERS));
    }

    @Test
    void no_package_is_named_after_nothing() {
        check(noClasses()
                .should()
                .resideInAnyPackage(
                        "..common..", "..util..", "..utils..", "..helper..", "..helpers..", "..impl..", "..manager.."));
    }

    @Test
    void no_class_is_named_after_nothing() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.orderwave.logic.compiled..")
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)"));
    }

    private void check(ArchRule rule) {
        rule.check(suite);
    }

    private static List<Path> modules() {
        var root = Checkout.find().root();
        return Stream.of(
                        "reactive-messaging-dapr",
                        "wasm-host",
                        "module-store",
                        "tracing",
                        "order-conformance",
                        "order-logic",
                        "logic-workbench",
                        "wasm-processor",
                        "queue-watch",
                        "distributor",
                        "receiver-express",
                        "receiver-standard",
                        "local-servicebus",
                        "local-processes",
                        "azure-access",
                        "ledger",
                        "loadgen",
                        "local-suite")
                .map(module -> root.resolve(module).resolve("target/classes"))
                .toList();
    }
}
