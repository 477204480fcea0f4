# All images, for every processor that was laid out: docker buildx bake -f deploy/images/docker-bake.hcl --push

# Where the images go; Terraform's output 'registry'.
variable "REGISTRY" {
  default = "registry.example/orderwave"
}

# The chart's appVersion, unless its image.tag says otherwise.
variable "TAG" {
  default = "1.0.0"
}

# linux/amd64,linux/arm64 once both were laid out in target/images.
variable "PLATFORMS" {
  default = "linux/amd64"
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
