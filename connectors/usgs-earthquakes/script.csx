using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using System.Web;
using Newtonsoft.Json.Linq;

// The feed of the survey is a file with all earthquakes of a day: it takes no parameters. This keeps those that were reported or
// revised after the last poll, and tells in "cursor" where the next poll goes on (milliseconds since 1970, as the feed counts).
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        var after = TakeCursor();
        var response = await this.Context.SendAsync(this.Context.Request, this.CancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            return response;
        }

        var text = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
        response.Content = CreateJsonContent(Newer(JObject.Parse(text), after).ToString());
        return response;
    }

    // The file server of the feed must not see the cursor, or its cache would keep a copy for each.
    private long TakeCursor()
    {
        var address = new UriBuilder(this.Context.Request.RequestUri);
        var query = HttpUtility.ParseQueryString(address.Query);
        var cursor = query["reportedAfter"];
        query.Remove("reportedAfter");
        address.Query = query.ToString();
        this.Context.Request.RequestUri = address.Uri;
        return long.TryParse(cursor, out var after) ? after : 0;
    }

    // Newest report first, which is what the policy of a polling trigger expects.
    private static JObject Newer(JObject feed, long after)
    {
        var features = ((JArray)feed["features"])
            .Where(feature => Updated(feature) > after)
            .OrderByDescending(Updated)
            .ToList();
        feed["features"] = new JArray(features);
        feed["cursor"] = features.Count > 0 ? Updated(features[0]) : after;
        return feed;
    }

    private static long Updated(JToken feature)
    {
        return (long?)feature["properties"]?["updated"] ?? 0;
    }
}
