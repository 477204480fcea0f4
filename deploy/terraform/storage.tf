resource "azapi_resource" "storage" {
  type      = "Microsoft.Storage/storageAccounts@2023-05-01"
  name      = var.name
  location  = var.location
  parent_id = azapi_resource.group.id

  body = {
    kind = "StorageV2"
    sku = {
      name = var.storage_sku
    }
    properties = {
      accessTier               = "Hot"
      allowBlobPublicAccess    = false
      allowSharedKeyAccess     = false
      minimumTlsVersion        = "TLS1_2"
      supportsHttpsTrafficOnly = true
    }
  }
}

locals {
  # testdata is loadgen's; the outboxes are those of dapr-components.
  containers = toset(["express-outbox", "standard-outbox", "rejected-outbox", "testdata"])
}

resource "azapi_resource" "container" {
  for_each = local.containers

  type      = "Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01"
  name      = each.key
  parent_id = "${azapi_resource.storage.id}/blobServices/default"

  body = {
    properties = {
      publicAccess = "None"
    }
  }
}
