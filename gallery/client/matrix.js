// One room in a real Matrix client, Hydrogen: it signs in, reads the room, and says that it is ready.
import {
    Client, FeatureSet, LoadStatus, Platform, RoomView, RoomViewModel, createNavigation, createRouter, viewClassForTile,
} from "hydrogen-view-sdk";

const asked = new URLSearchParams(location.search);
const PATIENCE_MS = 20_000, ROUND_MS = 100;

async function until(found) {
    for (let waited = 0; waited < PATIENCE_MS; waited += ROUND_MS) {
        const one = found();
        if (one) { return one; }
        await new Promise(go => setTimeout(go, ROUND_MS));
    }
    throw new Error("it never came");
}

async function signedIn(platform) {
    const client = new Client(platform);
    const ways = await client.queryLogin(asked.get("hs")).result;
    client.startWithLogin(ways.password(asked.get("user"), asked.get("password")));
    const ends = [LoadStatus.Ready, LoadStatus.Error, LoadStatus.LoginFailed];
    await client.loadStatus.waitFor(status => ends.includes(status)).promise;
    if (client.loginFailure || client.loadError) { throw client.loadError ?? new Error(client.loginFailure); }
    return client.session;
}

async function main() {
    const container = document.querySelector("#app");
    const olm = { wasm: "olm/olm.wasm", legacyBundle: "olm/olm_legacy.js", wasmBundle: "olm/olm.js" };
    const assetPaths = { downloadSandbox: "assets/download-sandbox.html", worker: "assets/main.js", olm, serviceWorker: "sw.js" };
    const platform = new Platform({ container, assetPaths, config: {}, options: { development: true } });
    const navigation = createNavigation();
    platform.setNavigation(navigation);
    await platform.init();
    const urlRouter = createRouter({ navigation, history: platform.history });
    urlRouter.attach();
    const session = await signedIn(platform);
    const room = await until(() => session.rooms.get(asked.get("room")));
    const features = await FeatureSet.load(platform.settingsStorage);
    const about = { room, ownUserId: session.userId, platform, urlRouter, navigation, features };
    const shown = new RoomViewModel(about);
    await shown.load();
    container.appendChild(new RoomView(shown, viewClassForTile).mount());
    const newest = asked.get("newest");
    await until(() => document.querySelector(".Timeline_messageBody")?.isConnected);
    await new Promise(go => setTimeout(go, 10 * ROUND_MS));  // for the reactions, and the last line
    window.newest = newest;
    window.ready = true;
}

main().catch(error => { window.failed = String(error?.stack ?? error); });
