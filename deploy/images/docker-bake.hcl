# All images, for every processor that was laid out: docker buildx bake -f deploy/images/docker-bake.hcl --push

variable "REGISTRY" {
  description = "Where the images go; Terraform's output 'registry'."
  default     = "registry.example/orderwave"
}

variable "TAG" {
  description = "The chart's appVersion, unless its image.tag says otherwise."
  default     = "1.0.0"
}

variable "PLATFORMS" {
  description = "linux/amd64,linux/arm64 once both were laid out in target/images."
  default     = "linux/amd64"
}

group "default" {
  targets = ["images"]
}

target "images" {
  name       = image
  matrix     = { image = ["distributor", "receiver-express", "receiver-standard", "loadgen"] }
  context    = "target/images"
  dockerfile = "../../deploy/images/Dockerfile"
  args       = { IMAGE = image }
  platforms  = split(",", PLATFORMS)
  tags       = ["${REGISTRY}/${image}:${TAG}"]
}
