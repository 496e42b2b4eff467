import { ZONES } from "../services";

/** The VPC with one public subnet in each zone. */
export const network = (): string => `
resource "aws_vpc" "main" {
  cidr_block                       = "10.0.0.0/16"
  assign_generated_ipv6_cidr_block = true
  enable_dns_hostnames             = true
  enable_dns_support               = true
  tags                             = { Name = "shop" }
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
  tags   = { Name = "shop" }
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  tags   = { Name = "shop-public" }
}

resource "aws_route" "public_ipv4" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}

resource "aws_route" "public_ipv6" {
  route_table_id              = aws_route_table.public.id
  destination_ipv6_cidr_block = "::/0"
  gateway_id                  = aws_internet_gateway.main.id
}
${ZONES.map(subnet).join("")}`;

const subnet = (zone: string, number: number): string => `
resource "aws_subnet" "public_${letter(zone)}" {
  vpc_id                          = aws_vpc.main.id
  availability_zone               = "${zone}"
  cidr_block                      = "10.0.${number * 16}.0/20"
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, ${number})
  assign_ipv6_address_on_creation = true
  tags                            = { Name = "shop-public-${zone}" }
}

resource "aws_route_table_association" "public_${letter(zone)}" {
  route_table_id = aws_route_table.public.id
  subnet_id      = aws_subnet.public_${letter(zone)}.id
}
`;

export const letter = (zone: string): string => zone.slice(-1);

/** HCL for the public subnets. */
export const PUBLIC_SUBNETS = `[${ZONES.map((zone) => `aws_subnet.public_${letter(zone)}.id`).join(", ")}]`;
