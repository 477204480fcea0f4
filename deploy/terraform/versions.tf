terraform {
  required_version = ">= 1.6"

  required_providers {
    # The version whose schemas the tests check every body against (tools/azapi).
    azapi = {
      source  = "Azure/azapi"
      version = "~> 1.15"
    }
  }
}

# Signs in as the Azure CLI does, or by the ARM_* variables of the environment.
provider "azapi" {}
