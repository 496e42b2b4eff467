import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { Switchyard } from "../../modules"; // in your own project: from "ecs-switchyard"

class ShopStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: "us-east-1" });

    const image = "public.ecr.aws/nginx/nginx:1.29";
    const shop = new Switchyard(this, "shop", {
      name: "shop",
      mode: "express", // or "ecs"
      allowedCidrs: ["203.0.113.0/24", "2001:db8::/32"],
      acceptUrlChanges: true, // or a domain: then a flip keeps the URLs
      services: {
        dashboard: { image, port: 3000, healthCheckPath: "/healthz", connectsTo: ["api"] },
        api: { image, port: 8080, healthCheckPath: "/health" },
      },
    });

    new TerraformOutput(this, "urls", { value: shop.urls });
  }
}

const app = new App();
new ShopStack(app, "shop");
app.synth();
