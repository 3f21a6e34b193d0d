using System;
using System.Net.Http;
using System.Threading.Tasks;
using System.Web;
using Newtonsoft.Json.Linq;

// Baserow describes the columns of a table in its own terms; the designer wants a JSON Schema. This turns one into the other for
// GetRowSchema, which the other operations name in x-ms-dynamic-schema.
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        // "purpose" is a parameter of this connector only: Baserow does not know it.
        var address = new UriBuilder(this.Context.Request.RequestUri);
        var query = HttpUtility.ParseQueryString(address.Query);
        var forInput = query["purpose"] == "input";
        query.Remove("purpose");
        address.Query = query.ToString();
        this.Context.Request.RequestUri = address.Uri;

        var response = await this.Context.SendAsync(this.Context.Request, this.CancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            return response;
        }

        var fields = JArray.Parse(await response.Content.ReadAsStringAsync().ConfigureAwait(false));
        var answer = new JObject { ["schema"] = SchemaOfRow(fields, forInput) };
        response.Content = CreateJsonContent(answer.ToString());
        return response;
    }

    private static JObject SchemaOfRow(JArray fields, bool forInput)
    {
        var properties = new JObject();
        if (!forInput)
        {
            properties["id"] = Typed("integer", "Row id");
            properties["order"] = Typed("string", "Order");
        }

        foreach (var field in fields)
        {
            // Formulas, counts and times of change are computed: they can be read and not written.
            if (forInput && ((bool?)field["read_only"] ?? false))
            {
                continue;
            }

            properties[(string)field["name"]] = SchemaOfField(field, forInput);
        }

        return new JObject { ["type"] = "object", ["properties"] = properties };
    }

    private static JObject SchemaOfField(JToken field, bool forInput)
    {
        var title = (string)field["name"];
        switch ((string)field["type"])
        {
            case "boolean":
                return Typed("boolean", title);
            case "rating":
            case "autonumber":
                return Typed("integer", title);
            case "number":
                // Baserow takes a number and gives a string, so that no digit is lost.
                return Typed(forInput ? "number" : "string", title);
            case "date":
                return Formatted((bool?)field["date_include_time"] == true ? "date-time" : "date", title);
            case "created_on":
            case "last_modified":
                return Formatted("date-time", title);
            case "single_select":
                return forInput ? Typed("string", title) : Choice(title);
            case "multiple_select":
                return ListOf(forInput ? Typed("string", "Choice") : Choice("Choice"), title);
            case "link_row":
                return ListOf(forInput ? Typed("string", "Linked row") : Choice("Linked row"), title);
            case "file":
                return ListOf(FileSchema(forInput), title);
            case "text":
            case "long_text":
            case "email":
            case "url":
            case "phone_number":
            case "uuid":
                return Typed("string", title);
            default:
                // A formula or lookup may hold anything.
                return new JObject { ["x-ms-summary"] = title };
        }
    }

    private static JObject Typed(string type, string title)
    {
        return new JObject { ["type"] = type, ["x-ms-summary"] = title };
    }

    private static JObject Formatted(string format, string title)
    {
        var schema = Typed("string", title);
        schema["format"] = format;
        return schema;
    }

    private static JObject ListOf(JObject items, string title)
    {
        var schema = Typed("array", title);
        schema["items"] = items;
        return schema;
    }

    private static JObject Choice(string title)
    {
        var schema = Typed("object", title);
        schema["properties"] = new JObject
        {
            ["id"] = Typed("integer", title + " id"),
            ["value"] = Typed("string", title + " value"),
        };
        return schema;
    }

    private static JObject FileSchema(bool forInput)
    {
        var properties = new JObject
        {
            ["name"] = Typed("string", "File name on the server"),
            ["visible_name"] = Typed("string", "File name"),
        };
        if (!forInput)
        {
            properties["url"] = Typed("string", "File address");
            properties["mime_type"] = Typed("string", "File type");
            properties["size"] = Typed("integer", "File size");
        }

        var schema = Typed("object", "File");
        schema["properties"] = properties;
        return schema;
    }
}
