variable "name" {
  description = "What every resource is named after. Service Bus, storage and registry names are unique in all of Azure, so take one of your own."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{5,17}$", var.name))
    error_message = "The name must be 6 to 18 lowercase letters and digits and begin with a letter: a Service Bus namespace takes no less, and a storage account's name is made of it."
  }
}

variable "location" {
  description = "Azure region of everything. It must offer the sizes in node_pools."
  type        = string
}

variable "kubernetes_namespace" {
  description = "Namespace that the Helm chart is installed into. The identities trust the service accounts of this one only."
  type        = string
  default     = "orders"
}

variable "kubernetes_version" {
  description = "Minor version of the cluster; AKS chooses the patch."
  type        = string
  default     = "1.35"
}

variable "admin_group_id" {
  description = "Object id of the Entra group that may administer the cluster. With one, the cluster has no local accounts."
  type        = string
  default     = null
}

variable "queue_watch" {
  description = "Whether the services may watch their queues (docs/reliability.md), which takes the right to manage them."
  type        = bool
  default     = false
}

variable "system_pool" {
  description = "Nodes that are always there. Dapr's control plane runs here and, as helm_values has it, the shared daprds."
  type = object({
    vm_size   = string
    max_count = number
  })
  default = { vm_size = "Standard_D2as_v5", max_count = 2 }
}

variable "node_pools" {
  description = "Nodes for the services, which come with the pods that need them and go with the last. The size decides the architecture."
  type = map(object({
    vm_size   = string
    max_count = number
    spot      = optional(bool, false)
  }))
  default = {
    amd64 = { vm_size = "Standard_D2as_v5", max_count = 3 }
    arm64 = { vm_size = "Standard_D2pds_v5", max_count = 3 }
  }

  validation {
    condition     = alltrue([for name in keys(var.node_pools) : can(regex("^[a-z][a-z0-9]{0,11}$", name)) && name != "system"])
    error_message = "A pool's name must be 1 to 12 lowercase letters and digits, begin with a letter, and not be \"system\"."
  }
}

variable "service_bus_sku" {
  description = "Tier of the Service Bus namespace. Standard shares its capacity with others and throttles above 1,000 operations a second."
  type        = string
  default     = "Standard"

  validation {
    condition     = contains(["Standard", "Premium"], var.service_bus_sku)
    error_message = "The tier must be Standard or Premium."
  }
}

variable "storage_sku" {
  description = "How often Azure keeps each blob, and where."
  type        = string
  default     = "Standard_LRS"
}
