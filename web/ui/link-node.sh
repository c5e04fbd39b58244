#!/bin/sh
# Lets the build use the PATH's Node and npm where they are new enough (20.19, 22.12 or later), by links in the folder in
# which frontend-maven-plugin looks; prints "linked" if so. Elsewhere the plugin installs a Node of its own.
node=$(command -v node) && npm=$(command -v npm) || exit 0
"$node" -e '
  const [major, minor] = process.versions.node.split(".").map(Number);
  process.exit(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19) ? 0 : 1);
' || exit 0
cli=$("$node" -p 'require("fs").realpathSync(process.argv[1])' "$npm")
mkdir -p node/node_modules
ln -sfn "$("$node" -p process.execPath)" node/node
ln -sfn "$(dirname "$(dirname "$cli")")" node/node_modules/npm
echo linked
