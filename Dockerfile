# The product as one small image: no compiler, no tests, no root. docs/operacao.md tells how to run it.

FROM node:24-slim AS construcao
WORKDIR /plantao
# better-sqlite3 compiles itself where no binary is at hand for this Node and machine.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends g++ make python3 \
    && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY scripts scripts
COPY migrations migrations
COPY src src
RUN npm run build
# Out with what only builds: npm keeps typescript, an optional peer of a package that runs without it, and
# better-sqlite3 the objects it was linked from.
RUN npm prune --omit=dev --no-audit --no-fund \
    && rm -rf node_modules/typescript node_modules/better-sqlite3/deps node_modules/better-sqlite3/build/Release/obj* \
    && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete

FROM node:24-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8000 \
    DADOS_DIR=/dados
WORKDIR /plantao
RUN install --directory --mode=700 --owner=node --group=node /dados
COPY --from=construcao /plantao/package.json ./
COPY --from=construcao /plantao/node_modules node_modules
COPY --from=construcao /plantao/dist/migrations dist/migrations
COPY --from=construcao /plantao/dist/src dist/src
USER node
VOLUME /dados
EXPOSE 8000
STOPSIGNAL SIGTERM
# A worker (PAPEL=worker) serves no HTTP: switch this off where it runs.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/saude/pronta`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/src/main.js"]
