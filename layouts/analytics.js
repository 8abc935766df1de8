/*
 * Prepares what the provider's own script, which comes after this one, reads when it starts. Its element says which.
 */

(({ dataset }) => {
  const { provider, address, id, cookies, consentMode } = dataset;

  const matomo = () => {
    const calls = (window._paq ??= []);
    if (cookies !== "yes") calls.push(["disableCookies"], ["disableBrowserFeatureDetection"]);
    calls.push(["setTrackerUrl", `${address}matomo.php`], ["setSiteId", id], ["trackPageView"], ["enableLinkTracking"]);
  };

  /* Google reads the arguments object itself; an array would be taken for data. */
  const google = () => {
    window.dataLayer ??= [];
    window.gtag = function () {
      window.dataLayer.push(arguments);
    };
    if (consentMode === "yes") {
      const denied = { ad_storage: "denied", ad_user_data: "denied", ad_personalization: "denied" };
      window.gtag("consent", "default", { ...denied, analytics_storage: "denied" });
      window.gtag("consent", "update", { analytics_storage: "granted" });
    }
    window.gtag("js", new Date());
    window.gtag("config", id);
  };

  const plausible = () => {
    const count = (window.plausible ??= function () {
      (count.q ??= []).push(arguments);
    });
    count.init ??= (options) => (count.o = options ?? {});
    count.init();
  };

  ({ matomo, "google-analytics": google, plausible })[provider]();
})(document.currentScript);
