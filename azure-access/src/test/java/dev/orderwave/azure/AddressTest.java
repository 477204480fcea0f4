package dev.orderwave.azure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTest {

    @Test
    void a_namespace_is_named_in_short_or_by_its_host() {
        assertThat(ServiceBus.hostName("orders")).isEqualTo("orders.servicebus.windows.net");
        assertThat(ServiceBus.hostName("orders.servicebus.chinacloudapi.cn"))
                .isEqualTo("orders.servicebus.chinacloudapi.cn");
    }

    @Test
    void an_account_is_named_in_short_or_by_its_url() {
        assertThat(BlobStorage.url("orders")).isEqualTo("https://orders.blob.core.windows.net");
        assertThat(BlobStorage.url("http://127.0.0.1:10000/devstoreaccount1"))
                .isEqualTo("http://127.0.0.1:10000/devstoreaccount1");
    }
}
