import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { TOKENS } from './src/ui/tokens.ts';
import { chromiumLaunch } from './test/support/chromium.ts';

/** The policy of `public/_headers`, the one place where it is written, less what only a header may say. */
function contentSecurityPolicy(): string {
  const line = readFileSync(new URL('./public/_headers', import.meta.url), 'utf8').match(
    /Content-Security-Policy: (.*)/,
  )?.[1];
  if (line === undefined) throw new Error('public/_headers has no Content-Security-Policy');
  return line;
}

/** The built page carries its policy itself, for hosts that send no headers; `vite preview` sends it as a header too. */
function securityPolicy(): Plugin {
  const policy = contentSecurityPolicy();
  const inPage = policy.replace(/; frame-ancestors [^;]*/, '');
  return {
    name: 'truecause-security-policy',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { server }) =>
        server === undefined
          ? [
              {
                tag: 'meta',
                attrs: { 'http-equiv': 'Content-Security-Policy', content: inPage },
                injectTo: 'head-prepend' as const,
              },
            ]
          : [],
    },
    configurePreviewServer(preview) {
      preview.middlewares.use((_request, response, next) => {
        response.setHeader('Content-Security-Policy', policy);
        response.setHeader('X-Content-Type-Options', 'nosniff');
        next();
      });
    },
  };
}

/** Ships the files of `sample-data` as `sample/…` next to the page, so that the sample opens offline and through the ordinary import. */
function sampleFiles(): Plugin {
  const folder = new URL('./sample-data/', import.meta.url);
  const names = () =>
    readdirSync(folder)
      .filter((name) => /\.(csv|xlsx)$/.test(name))
      .sort();
  return {
    name: 'truecause-sample',
    generateBundle() {
      for (const name of names())
        this.emitFile({
          type: 'asset',
          fileName: `sample/${name}`,
          source: readFileSync(new URL(encodeURIComponent(name), folder)),
        });
      this.emitFile({ type: 'asset', fileName: 'sample/index.json', source: JSON.stringify(names()) });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = decodeURIComponent(request.url?.match(/\/sample\/([^/?]+)(?:\?|$)/)?.[1] ?? '');
        if (name === 'index.json') response.end(JSON.stringify(names()));
        else if (names().includes(name)) response.end(readFileSync(new URL(encodeURIComponent(name), folder)));
        else next();
      });
    },
  };
}

/**
 * The copy for use without the host (`dist/sw.js`), and what makes the application installable. The copy is every file of
 * the build, fetched as a whole; nothing else is ever kept or fetched by it, and pages of others below the same folder are
 * not answered for. The page registers it itself (`src/app/offline-copy.ts`).
 */
function offlineCopy() {
  return VitePWA({
    registerType: 'prompt',
    injectRegister: false,
    includeManifestIcons: false,
    manifest: {
      name: '真因 Truecause',
      short_name: '真因',
      description: '售后客诉分析：什么在坏、从什么时候开始、集中在哪里。数据只留在本机浏览器里。',
      lang: 'zh-CN',
      start_url: './',
      scope: './',
      display: 'standalone',
      theme_color: TOKENS.light.surface,
      background_color: TOKENS.light.page,
      icons: [
        { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    workbox: {
      mode: 'production',
      cacheId: 'truecause',
      globPatterns: ['**/*'],
      globIgnores: ['_headers', 'manifest.webmanifest', 'sw.js'],
      maximumFileSizeToCacheInBytes: 40 * 2 ** 20,
      navigateFallback: null,
      clientsClaim: true,
      cleanupOutdatedCaches: true,
      inlineWorkboxRuntime: true,
      sourcemap: false,
    },
  });
}

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  base: './',
  plugins: [react(), securityPolicy(), sampleFiles(), offlineCopy()],
  worker: { format: 'es' },
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 1500 },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.ts'],
          env: { TZ: 'Asia/Shanghai' },
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        // Found out late, they would reload the page in the middle of a test.
        optimizeDeps: {
          include: [
            'react',
            'react-dom/client',
            'papaparse',
            'chardet',
            '@e965/xlsx',
            '@e965/xlsx/dist/cpexcel.full',
            'fflate',
            'apache-arrow',
            '@duckdb/duckdb-wasm',
            '@mantine/core',
            '@tanstack/react-query',
            '@tanstack/react-router',
            '@tanstack/react-table',
            '@tanstack/react-virtual',
            'i18next',
            'react-i18next',
            'zod/mini',
            'echarts/core',
            'echarts/charts',
            'echarts/components',
            'echarts/features',
            'echarts/renderers',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunch() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
  resolve: { alias: { '#sample-data': fromRoot('./sample-data'), '#test': fromRoot('./test') } },
});
