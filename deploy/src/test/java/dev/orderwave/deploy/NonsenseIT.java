package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values that mean nothing, and what somebody reads who tries one.
class NonsenseIT {
    private final Helm helm = Helm.find();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            mode=ambient                                        | at '/mode': value must be one of 'shared', 'sidecar'
            mode=Shared                                         | at '/mode': value must be one of
            mode=external                                       | at '/identity': value must be 'secret'
            identity=password                                   | at '/identity': value must be one of 'workload', 'secret'
            shared.strategy=statefulset                         | at '/shared/strategy': value must be one of 'deployment', 'daemonset'
            shared.replicas=0                                   | at '/shared/replicas': minimum: got 0, want 1
            shared.replica=2                                    | additional properties 'replica' not allowed
            replicas=3                                          | additional properties 'replicas' not allowed
            image.registry=https://registry.example             | at '/image/registry': 'https://registry.example' does not match
            image.registry=                                     | at '/image/registry': '' does not match
            image.tag=a:b                                       | at '/image/tag': 'a:b' does not match
            azure.serviceBusNamespace=x.servicebus.windows.net  | at '/azure/serviceBusNamespace': 'x.servicebus.windows.net' does not match
            azure.serviceBusNamespace=                          | at '/azure/serviceBusNamespace': minLength
            azure.storageAccount=Orders                         | at '/azure/storageAccount': 'Orders' does not match
            connectionSecret=orders                             | at '/connectionSecret': maxLength: got 6, want 0
            services.distributor.clientId=distributor           | at '/services/distributor/clientId': 'distributor' does not match
            services.receiver-express.clientId=                 | at '/services/receiver-express/clientId': '' does not match
            services.receiver.maxReplicas=1                     | additional properties 'receiver' not allowed
            services.distributor.maxReplicas=0                  | at '/services/distributor/maxReplicas': minimum: got 0, want 1
            services.distributor.maxReplicas=many               | at '/services/distributor/maxReplicas': got string, want integer
            services.distributor.module.source=/rules.wasm      | at '/services/distributor/module/source': '/rules.wasm' does not match
            services.distributor.module.source=oci://r.example/rules:1 | 'oci://r.example/rules:1' does not match pattern '^$|@sha256:
            services.distributor.module.source=oci://r.example/rules@sha256:12 | 'oci://r.example/rules@sha256:12' does not match
            services.distributor.module.signedBy=me             | at '/services/distributor/module/signedBy': 'me' does not match
            resources.service.limits.cpu=1                      | at '/resources/service/limits/cpu': false schema
            resources.service.limits.memory=384M                | at '/resources/service/limits/memory': '384M' does not match
            resources.daprd.requests.memory=null                | at '/resources/daprd/requests': missing property 'memory'
            variants.main.share=101                             | at '/variants/main/share': maximum: got 101, want 100
            variants.main.share=50                              | the shares must add up to 100, not 50
            variants.main.implementation=node                   | at '/variants/main/implementation': value must be one of 'orderwave', 'other'
            variants.Arm_64.share=0                             | 'Arm_64' does not match
            scaling.minReplicas=-1                              | at '/scaling/minReplicas': minimum: got -1, want 0
            scaling.minReplicas=5                               | scaling.minReplicas: 5 is more than distributor may have as main (4)
            scaling.cooldownPeriod=5                            | at '/scaling/cooldownPeriod': minimum: got 5, want 30
            scaling.clientId=keda                               | at '/scaling/clientId': 'keda' does not match
            queueWatch.enabled=true                             | at '/queueWatch/clientId': '' does not match
            loadgen.enabled=true                                | at '/loadgen/clientId': '' does not match
            loadgen.enabled=maybe                               | at '/loadgen/enabled': got string, want boolean
            networkPolicy.enabled=1                             | at '/networkPolicy/enabled': got number, want boolean
            tokens.create=never                                 | at '/tokens/create': got string, want boolean
            """)
    void nonsense_is_refused_by_the_name_of_the_value(String value, String reason) {
        assertThatThrownBy(() -> ValueSet.named("workload-identity").render(helm, "--set", value))
                .isInstanceOf(HelmRefusedException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void a_sidecar_may_not_watch_its_queue_with_the_identity_of_its_daprd() {
        assertThatThrownBy(() -> ValueSet.named("loadgen").render(helm, "--set", "mode=sidecar"))
                .isInstanceOf(HelmRefusedException.class)
                .hasMessageContaining("at '/queueWatch/enabled': value must be false");
    }

    @Test
    void secrets_need_the_name_of_one() {
        assertThatThrownBy(() -> ValueSet.named("secrets").render(helm, "--set", "connectionSecret="))
                .isInstanceOf(HelmRefusedException.class)
                .hasMessageContaining("at '/connectionSecret': '' does not match");
    }
}
