output "helm_values" {
  description = "What the Helm chart has to know of this environment: tofu output -raw helm_values > azure.yaml"
  value = yamlencode({
    image = { registry = azapi_resource.registry.output.properties.loginServer }
    azure = {
      serviceBusNamespace = azapi_resource.service_bus.name
      storageAccount      = azapi_resource.storage.name
    }
    services = {
      for service in local.services : service => { clientId = local.client_ids[service] }
    }
    scaling = { clientId = local.client_ids.keda }
    queueWatch = {
      enabled  = var.queue_watch
      clientId = var.queue_watch ? local.client_ids.queue-watch : ""
    }
    # They stay while the services are at zero: on the nodes that stay, too.
    shared = { nodeSelector = { "kubernetes.azure.com/mode" = "system" } }
    # Images of one processor must not meet a node of the other, so this is one pool: amd64, unless node_pools says otherwise.
    # deploy/helm/values/two-pools.yaml takes both.
    variants = { main = { nodeSelector = { "orderwave.dev/pool" = local.first_pool } } }
    loadgen = {
      clientId     = local.client_ids.loadgen
      nodeSelector = { "orderwave.dev/pool" = local.first_pool }
    }
  })
}

output "registry" {
  description = "Where to push the images."
  value       = azapi_resource.registry.output.properties.loginServer
}

output "connect" {
  description = "Points kubectl and helm to the cluster."
  value       = "az aks get-credentials --resource-group ${azapi_resource.group.name} --name ${azapi_resource.cluster.name}"
}

locals {
  first_pool = keys(var.node_pools)[0]
  client_ids = { for name, identity in azapi_resource.identity : name => identity.output.properties.clientId }
}
