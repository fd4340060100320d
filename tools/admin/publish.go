package main

import (
	"cmp"
	"context"
	"flag"
	"path/filepath"
	"time"

	"mesa/tools/checkout"
	"mesa/tools/deployment"
	"mesa/tools/pages"
)

func publishCommand() command {
	return command{
		name: "publish", summary: "Upload the built pages",
		details: "It builds nothing: run `npm run build` in web before. Files of releases that were replaced more than seven days ago are\n" +
			"deleted. To roll back, build and publish an older version.",
		register: func(flags *flag.FlagSet) execution {
			folder := flags.String("dist", "", "the `folder` of the built pages; without it, web/dist of the checkout")
			return func(ctx context.Context, console console, stack deployment.Stack, _ []string) error {
				return publish(ctx, console, stack, *folder)
			}
		},
	}
}

func publish(ctx context.Context, console console, stack deployment.Stack, folder string) error {
	bucket, err := stack.Output("PagesBucket")
	if err != nil {
		return err
	}
	if folder == "" {
		root, err := checkout.Root()
		if err != nil {
			return err
		}
		folder = filepath.Join(root, "web", "dist")
	}
	build, err := pages.Read(folder)
	if err != nil {
		return err
	}
	published, err := pages.Open(stack.Config, bucket).Publish(ctx, build, time.Now())
	if err != nil {
		return err
	}
	console.printf("published build %s: %d files; deleted %d files of old releases\n", build.ID, len(build.Files), len(published.Deleted))
	console.printf("%s\n", cmp.Or(stack.Parameters["SiteUrl"], stack.Outputs["SiteOrigin"]))
	return nil
}
