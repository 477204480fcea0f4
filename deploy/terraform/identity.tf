# Who may do what. An identity can do what its line in `grants` says, on one queue or one container, and nothing else.

locals {
  # Built-in roles of Azure by their ids.
  roles = {
    pull_images     = "7f951dda-4ed3-4680-a7ca-43fe172d538d" # AcrPull
    receive         = "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0" # Azure Service Bus Data Receiver
    send            = "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39" # Azure Service Bus Data Sender
    manage_messages = "090c5cfd-751d-490a-894a-3ce6f1109419" # Azure Service Bus Data Owner
    write_blobs     = "ba92f5b4-2d11-453d-a403-e96b0029c9fe" # Storage Blob Data Contributor
    read_blobs      = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1" # Storage Blob Data Reader
  }

  # Each identity and the service accounts that may sign in as it. An app id's identity is its daprd's: the service itself
  # talks to nobody but daprd, unless it watches its queue.
  identities = merge({
    distributor       = ["${var.kubernetes_namespace}:distributor-daprd"]
    receiver-express  = ["${var.kubernetes_namespace}:receiver-express-daprd"]
    receiver-standard = ["${var.kubernetes_namespace}:receiver-standard-daprd"]
    loadgen           = ["${var.kubernetes_namespace}:loadgen"]
    keda              = ["kube-system:keda-operator"]
    }, var.queue_watch ? {
    queue-watch = [for service in local.services : "${var.kubernetes_namespace}:${service}"]
  } : {})

  services = ["distributor", "receiver-express", "receiver-standard"]

  # A federated credential for each of them.
  trusts = merge([
    for identity, accounts in local.identities : {
      for account in accounts : "${identity} ${account}" => { identity = identity, account = account }
    }
  ]...)

  # To count what waits in a queue takes the right to manage it, which only the owner's role has.
  counters = [for identity in ["keda", "loadgen", "queue-watch"] : identity if contains(keys(local.identities), identity)]

  grants = concat(
    [
      { identity = "distributor", role = "receive", queue = "q-order-ingress" },
      { identity = "distributor", role = "send", queue = "q-order-express" },
      { identity = "distributor", role = "send", queue = "q-order-standard" },
      { identity = "distributor", role = "write_blobs", container = "rejected-outbox" },
      { identity = "receiver-express", role = "receive", queue = "q-order-express" },
      { identity = "receiver-express", role = "write_blobs", container = "express-outbox" },
      { identity = "receiver-express", role = "write_blobs", container = "rejected-outbox" },
      { identity = "receiver-standard", role = "receive", queue = "q-order-standard" },
      { identity = "receiver-standard", role = "write_blobs", container = "standard-outbox" },
      { identity = "receiver-standard", role = "write_blobs", container = "rejected-outbox" },
      { identity = "loadgen", role = "write_blobs", container = "testdata" },
      { identity = "loadgen", role = "read_blobs", container = "express-outbox" },
      { identity = "loadgen", role = "read_blobs", container = "standard-outbox" },
      { identity = "loadgen", role = "read_blobs", container = "rejected-outbox" },
    ],
    [
      for pair in setproduct(local.counters, local.queues) : { identity = pair[0], role = "manage_messages", queue = pair[1] }
    ],
  )

  role_definitions = "/subscriptions/${data.azapi_client_config.current.subscription_id}/providers/Microsoft.Authorization/roleDefinitions"
}

resource "azapi_resource" "identity" {
  for_each = local.identities

  type      = "Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31"
  name      = "${var.name}-${each.key}"
  location  = var.location
  parent_id = azapi_resource.group.id
  body      = {}

  response_export_values = ["properties.clientId", "properties.principalId"]
}

resource "azapi_resource" "trust" {
  for_each = local.trusts

  type      = "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31"
  name      = replace(each.value.account, ":", "-")
  parent_id = azapi_resource.identity[each.value.identity].id

  # Azure refuses two changes of one identity's credentials at a time.
  locks = [azapi_resource.identity[each.value.identity].id]

  body = {
    properties = {
      audiences = ["api://AzureADTokenExchange"]
      issuer    = azapi_resource.cluster.output.properties.oidcIssuerProfile.issuerURL
      subject   = "system:serviceaccount:${each.value.account}"
    }
  }
}

resource "azapi_resource" "grant" {
  for_each = {
    for grant in local.grants : "${grant.identity} ${grant.role} ${try(grant.queue, grant.container)}" => grant
  }

  type = "Microsoft.Authorization/roleAssignments@2022-04-01"
  # A role assignment is named by a UUID: the same one for the same grant.
  name = uuidv5("url", "${var.name}/${each.key}")
  parent_id = (
    can(each.value.queue)
    ? azapi_resource.queue[each.value.queue].id
    : azapi_resource.container[each.value.container].id
  )

  body = {
    properties = {
      principalId      = azapi_resource.identity[each.value.identity].output.properties.principalId
      principalType    = "ServicePrincipal"
      roleDefinitionId = "${local.role_definitions}/${local.roles[each.value.role]}"
    }
  }
}

# The nodes pull images; no pod holds a password for the registry.
resource "azapi_resource" "nodes_pull_images" {
  type      = "Microsoft.Authorization/roleAssignments@2022-04-01"
  name      = uuidv5("url", "${var.name}/nodes pull images")
  parent_id = azapi_resource.registry.id

  body = {
    properties = {
      principalId      = azapi_resource.cluster.output.properties.identityProfile.kubeletidentity.objectId
      principalType    = "ServicePrincipal"
      roleDefinitionId = "${local.role_definitions}/${local.roles.pull_images}"
    }
  }
}
