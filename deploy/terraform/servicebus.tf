resource "azapi_resource" "service_bus" {
  type      = "Microsoft.ServiceBus/namespaces@2021-11-01"
  name      = var.name
  location  = var.location
  parent_id = azapi_resource.group.id

  body = {
    sku = {
      name = var.service_bus_sku
      tier = var.service_bus_sku
    }
    properties = {
      # Nobody can be robbed of a key that does not exist.
      disableLocalAuth = true
    }
  }
}

locals {
  # As dapr-components and the chart call them.
  queues = toset(["q-order-ingress", "q-order-express", "q-order-standard"])
}

resource "azapi_resource" "queue" {
  for_each = local.queues

  type      = "Microsoft.ServiceBus/namespaces/queues@2021-11-01"
  name      = each.key
  parent_id = azapi_resource.service_bus.id

  body = {
    properties = {
      # Three times lockRenewalInSec of the components.
      lockDuration = "PT1M"
      # The most there is: a daprd that stops gives messages back, and each time counts (docs/reliability.md, "The brake").
      maxDeliveryCount                 = 2000
      deadLetteringOnMessageExpiration = true
      requiresSession                  = false
      requiresDuplicateDetection       = false
    }
  }
}
