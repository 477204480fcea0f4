resource "azapi_resource" "cluster" {
  type      = "Microsoft.ContainerService/managedClusters@2024-05-01"
  name      = var.name
  location  = var.location
  parent_id = azapi_resource.group.id

  identity {
    type = "SystemAssigned"
  }

  body = {
    sku = {
      name = "Base"
      tier = "Free"
    }
    properties = {
      dnsPrefix         = var.name
      kubernetesVersion = var.kubernetes_version

      disableLocalAccounts = var.admin_group_id != null
      aadProfile = var.admin_group_id == null ? null : {
        managed             = true
        enableAzureRBAC     = false
        adminGroupObjectIDs = [var.admin_group_id]
      }

      agentPoolProfiles = [{
        name              = "system"
        mode              = "System"
        osType            = "Linux"
        type              = "VirtualMachineScaleSets"
        vmSize            = var.system_pool.vm_size
        enableAutoScaling = true
        count             = 1
        minCount          = 1
        maxCount          = var.system_pool.max_count
      }]

      # Cilium, because without an engine Kubernetes accepts the chart's network policies and enforces none.
      networkProfile = {
        networkPlugin     = "azure"
        networkPluginMode = "overlay"
        networkDataplane  = "cilium"
        networkPolicy     = "cilium"
        loadBalancerSku   = "standard"
      }

      oidcIssuerProfile = {
        enabled = true
      }
      securityProfile = {
        workloadIdentity = {
          enabled = true
        }
      }
      workloadAutoScalerProfile = {
        keda = {
          enabled = true
        }
      }
      autoUpgradeProfile = {
        upgradeChannel       = "patch"
        nodeOSUpgradeChannel = "NodeImage"
      }
    }
  }

  lifecycle {
    # The autoscaler's business.
    ignore_changes = [body.properties.agentPoolProfiles[0].count]
  }

  response_export_values = [
    "properties.identityProfile.kubeletidentity.objectId",
    "properties.oidcIssuerProfile.issuerURL",
  ]
}

# From zero: an idle suite pays for the system pool only.
resource "azapi_resource" "node_pool" {
  for_each = var.node_pools

  type      = "Microsoft.ContainerService/managedClusters/agentPools@2024-05-01"
  name      = each.key
  parent_id = azapi_resource.cluster.id

  body = {
    properties = {
      mode              = "User"
      osType            = "Linux"
      type              = "VirtualMachineScaleSets"
      vmSize            = each.value.vm_size
      enableAutoScaling = true
      count             = 0
      minCount          = 0
      maxCount          = each.value.max_count

      # What pods choose a pool by. Not by kubernetes.io/arch: the autoscaler may take an empty pool for amd64 whatever its
      # size is, and never start an arm64 node (github.com/kubernetes/autoscaler/issues/9322).
      nodeLabels = { "orderwave.dev/pool" = each.key }

      # A spot node may go with 30 s of notice, which is what a service's shutdown takes.
      scaleSetPriority       = each.value.spot ? "Spot" : "Regular"
      scaleSetEvictionPolicy = each.value.spot ? "Delete" : null
      nodeTaints             = each.value.spot ? ["kubernetes.azure.com/scalesetpriority=spot:NoSchedule"] : []
    }
  }

  lifecycle {
    # The autoscaler's business.
    ignore_changes = [body.properties.count]
  }
}
