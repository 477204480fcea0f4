# Made-up answers in Azure's place, so that the outputs have values.
mock_provider "azapi" {
  mock_data "azapi_client_config" {
    defaults = {
      subscription_id = "00000000-0000-0000-0000-000000000000"
    }
  }
}

override_resource {
  target = azapi_resource.group
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orderwave"
  }
}

override_resource {
  target = azapi_resource.cluster
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orderwave/providers/Microsoft.ContainerService/managedClusters/orderwave"
    output = {
      properties = {
        identityProfile   = { kubeletidentity = { objectId = "22222222-2222-2222-2222-222222222222" } }
        oidcIssuerProfile = { issuerURL = "https://issuer.example/" }
      }
    }
  }
}

override_resource {
  target = azapi_resource.identity
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orderwave/providers/Microsoft.ManagedIdentity/userAssignedIdentities/orderwave"
    output = {
      properties = {
        clientId    = "11111111-1111-1111-1111-111111111111"
        principalId = "33333333-3333-3333-3333-333333333333"
      }
    }
  }
}

override_resource {
  target = azapi_resource.registry
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orderwave/providers/Microsoft.ContainerRegistry/registries/orderwave"
    output = { properties = { loginServer = "registry.example" } }
  }
}

override_resource {
  target = azapi_resource.service_bus
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orderwave/providers/Microsoft.ServiceBus/namespaces/orderwave"
  }
}

override_resource {
  target = azapi_resource.queue
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orderwave/providers/Microsoft.ServiceBus/namespaces/orderwave/queues/queue"
  }
}

override_resource {
  target = azapi_resource.storage
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orderwave/providers/Microsoft.Storage/storageAccounts/orderwave"
  }
}

override_resource {
  target = azapi_resource.container
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orderwave/providers/Microsoft.Storage/storageAccounts/orderwave/blobServices/default/containers/container"
  }
}

run "apply" {
  variables {
    name     = "orderwave"
    location = "westeurope"
  }
}
