using System.Text.Json;

namespace TopHalf.Package.Tests;

/// <summary>A project outside the repository that has the package and nothing else of ours.</summary>
public sealed class ConsumerTests(Packages packages)
{
    [Fact]
    public void A_fresh_project_builds_without_warnings_and_handles_an_interrupt()
    {
        string folder = packages.Create("works");
        (int code, string output) = Sdk.Dotnet(folder, "run");
        Assert.True(code == 0, output);
        Assert.Equal("status 5, acknowledged 5, 1 handler", output.Trim());
    }

    [Fact]
    public void The_real_time_profile_is_one_property()
    {
        string folder = packages.Create("real-time");
        (int code, string output) = Sdk.Dotnet(folder, "build", "-nologo", "-p:TopHalfRealTime=true", "-o", "out");
        Assert.True(code == 0, output);
        using JsonDocument configuration = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "out", "Consumer.runtimeconfig.json")));
        JsonElement properties = configuration.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties");
        Assert.False(properties.GetProperty("System.Runtime.TieredCompilation").GetBoolean());
        Assert.False(properties.GetProperty("System.Runtime.TieredPGO").GetBoolean());
    }

    [Fact]
    public void What_the_project_sets_itself_is_kept_and_without_the_property_nothing_is_set()
    {
        string folder = packages.Create("own-profile");
        (int code, string output) = Sdk.Dotnet(
            folder, "build", "-nologo", "-p:TopHalfRealTime=true", "-p:TieredCompilation=true", "-p:TieredPGO=true", "-o", "own");
        Assert.True(code == 0, output);
        Assert.Contains("\"System.Runtime.TieredCompilation\": true", File.ReadAllText(Path.Combine(folder, "own", "Consumer.runtimeconfig.json")), StringComparison.Ordinal);
        (code, output) = Sdk.Dotnet(folder, "build", "-nologo", "-o", "plain");
        Assert.True(code == 0, output);
        Assert.DoesNotContain("Tiered", File.ReadAllText(Path.Combine(folder, "plain", "Consumer.runtimeconfig.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_for_NativeAOT_is_told_what_no_warm_up_does()
    {
        static string WithTable(string program) => program.Replace(
            "=> Volatile.Write(ref Status, irq.Status);",
            "=> Volatile.Write(ref Status, irq.Status + Table.Of[0]); private static class Table { public static readonly ulong[] Of = new ulong[4]; }",
            StringComparison.Ordinal);
        string folder = packages.Create("ahead", WithTable);
        (int code, string output) = Sdk.Dotnet(folder, "build", "-nologo", "-p:WarningsAsErrors=TH5001");
        Assert.True(code == 0, output);

        // Without a restore: it would ask for .NET's own packages of that kind, which are not in the folder that was packed to.
        (code, output) = Sdk.Dotnet(folder, "build", "-nologo", "--no-restore", "--no-incremental", "-p:WarningsAsErrors=TH5001", "-p:IsAotCompatible=true");
        Assert.NotEqual(0, code);
        Assert.True(output.Contains("error TH5001", StringComparison.Ordinal), output);
    }

    [Fact]
    public void What_is_said_of_other_assemblies_is_found_beside_the_project()
    {
        string folder = packages.Create("effects");
        File.WriteAllText(Path.Combine(folder, "InterruptEffects.txt"), "M:Vendor.Card.Read; nothing; reads a register");
        (int code, string output) = Sdk.Dotnet(folder, "build", "-nologo");
        Assert.NotEqual(0, code);
        Assert.Matches(@"InterruptEffects\.txt\(1,\d+\): error TH6103", output);
    }

    [Fact]
    public void A_wrong_declaration_is_one_diagnostic_on_its_token()
    {
        string folder = packages.Create("wrong", program => program.Replace("offset: 0x14", "offset: 0x13", StringComparison.Ordinal));
        (int code, string output) = Sdk.Dotnet(folder, "build", "-nologo");
        Assert.NotEqual(0, code);
        string[] errors = [.. output.Split('\n').Where(line => line.Contains("): error ", StringComparison.Ordinal)).Distinct()];
        string error = Assert.Single(errors);
        Assert.Matches(@"Program\.cs\(27,50\): error TH1\d{3}: .*0x13", error);
    }

    /// <summary>The compiler never loads the fixes; an editor does, and so does this tool.</summary>
    [Fact]
    public void A_fix_reaches_the_users_tools()
    {
        string folder = packages.Create("fixed", program => program.Replace("offset: 0x14", "offset: 0x16", StringComparison.Ordinal));
        (int code, string output) = Sdk.Dotnet(folder, "format", "analyzers", "--diagnostics", "TH1302", "--severity", "error");
        Assert.True(code == 0, output);
        Assert.Contains("offset: 0x14", File.ReadAllText(Path.Combine(folder, "Program.cs")), StringComparison.Ordinal);
    }

    /// <summary>What a handler does is told in one place and mended in several, which the tool must be able to do too.</summary>
    [Fact]
    public void A_fix_of_what_a_handler_does_reaches_them_too()
    {
        string folder = packages.Create("handedOver", static program => program
            .Replace("public ulong Status;", "public ulong Status;\n    private readonly Queue<ulong> _seen = new();", StringComparison.Ordinal)
            .Replace("=> Volatile.Write(ref Status, irq.Status);", "{ Volatile.Write(ref Status, irq.Status); _seen.Enqueue(irq.Status); }", StringComparison.Ordinal));
        (int code, string output) = Sdk.Dotnet(folder, "format", "analyzers", "--diagnostics", "TH2012", "--severity", "warn");
        Assert.True(code == 0, output);
        string program = File.ReadAllText(Path.Combine(folder, "Program.cs"));
        Assert.Contains("private readonly SpscRing<ulong> _seen = new(256);", program, StringComparison.Ordinal);
        Assert.Contains("if (!_seen.TryEnqueue(irq.Status))", program, StringComparison.Ordinal);
        (code, output) = Sdk.Dotnet(folder, "build", "-nologo", "-warnaserror");
        Assert.True(code == 0, output);
    }
}
