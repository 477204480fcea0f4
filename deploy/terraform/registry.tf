# For the images, which the nodes pull.
resource "azapi_resource" "registry" {
  type      = "Microsoft.ContainerRegistry/registries@2023-07-01"
  name      = var.name
  location  = var.location
  parent_id = azapi_resource.group.id

  body = {
    sku = {
      name = "Basic"
    }
    properties = {
      adminUserEnabled = false
    }
  }

  response_export_values = ["properties.loginServer"]
}
