# Everything is in one resource group, so that nothing outlives `terraform destroy`.
resource "azapi_resource" "group" {
  type      = "Microsoft.Resources/resourceGroups@2023-07-01"
  name      = var.name
  location  = var.location
  parent_id = "/subscriptions/${data.azapi_client_config.current.subscription_id}"
  body      = {}
}

data "azapi_client_config" "current" {}
