# syntax=docker/dockerfile:1
# Three stages: the program is built with every library, then given only those it runs with.
# docker build -t orientir . ; how to run it: docs/guide/operations.md

FROM node:20-bookworm-slim AS built
WORKDIR /srv/orientir
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs

FROM node:20-bookworm-slim AS libraries
WORKDIR /srv/orientir
COPY package.json package-lock.json .npmrc ./
# with scripts: the embedded database links its libraries, and whoever runs the program may not write here
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
# old .doc, .rtf and .xls are read by an office program; leave the line out where nobody brings them
RUN apt-get update \
 && apt-get install -y --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/orientir
COPY --from=libraries /srv/orientir/node_modules ./node_modules
COPY --from=built /srv/orientir/dist/main ./dist/main
COPY --from=built /srv/orientir/dist/web ./dist/web
COPY package.json LICENSE ./
# npm run orientir -- … works here too
COPY scripts ./scripts
COPY migrations ./migrations
# one user for the program and for the embedded database, which refuses to run as root
RUN install -d -o node -g node -m 0700 /var/lib/orientir
USER node
ENV NODE_ENV=production \
    ORIENTIR_HOST=0.0.0.0 \
    ORIENTIR_DATA=/var/lib/orientir \
    ORIENTIR_DEMO=0 \
    ORIENTIR_LOG=json
EXPOSE 4400
VOLUME /var/lib/orientir
# as long as a graceful stop may take: requests are finished, jobs go back to their queues, the database is closed
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4400/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--enable-source-maps"]
CMD ["dist/main/server.js"]
