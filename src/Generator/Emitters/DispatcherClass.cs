using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>The nested class that dispatches: its fields, the manifest, and the loop in the form that fits the vectors.</summary>
internal static class DispatcherClass
{
    /// <summary>The static field with the manifest.</summary>
    public const string Declared = "Declared";

    /// <summary>Some handler is called on the driver object.</summary>
    public static bool NeedsDriver(DriverModel driver) => driver.Members.Any(static m => !m.IsStatic) || Called(driver).Any(static m => !m.IsStatic);

    /// <summary>
    /// Some handler, or member that goes into an address, is obsolete, perhaps as an error, so that nobody else uses it. What is in
    /// an obsolete class may; no pragma could allow it for errors and for ids of the author's own.
    /// </summary>
    public static bool IsObsolete(DriverModel driver) => driver.Members.Any(static m => m.IsObsolete) || Called(driver).Any(static m => m.IsObsolete);

    private static IEnumerable<HandlerMethodModel> Called(DriverModel driver) => driver.Handlers.SelectMany(static h => h.Methods).Concat(driver.EventMethods);

    public static void Write(IndentedWriter writer, DriverModel driver)
    {
        string name = Identifiers.Escape(driver.Shell.Name);
        bool needsDriver = NeedsDriver(driver);
        var open = new OpenRegisters(driver);
        byte[] bars = UsedBars.Of(driver.Handlers.SelectMany(static h => h.Program));

        writer.Line(Types.GeneratedCode);
        if (IsObsolete(driver))
        {
            writer.Line(Types.Obsolete);
        }

        writer.Line($"private sealed class {KnownNames.DispatcherMember}({(needsDriver ? name + " driver" : "")}) : {Types.Dispatcher}({Declared})");
        using (writer.Block())
        {
            writer.Line("// What this file relies on in TopHalf.dll. An error here: update the package TopHalf.");
            writer.Line($"private const int Contract = {Types.Contract};");
            writer.Line();
            WriteFields(writer, name, needsDriver, bars, open);
            ManifestField.Write(writer, driver);
            writer.Line();
            WriteAttach(writer, name, bars, open);
            AddressMember.Write(writer, driver);
            DeviceEvents.Write(writer, driver);
            writer.Line();
            if (driver.NeedsTable)
            {
                TableLoop.Write(writer, driver, open);
            }
            else
            {
                SwitchLoop.Write(writer, driver, open);
            }
        }
    }

    private static void WriteFields(IndentedWriter writer, string name, bool needsDriver, byte[] bars, OpenRegisters open)
    {
        if (needsDriver)
        {
            writer.Line($"private readonly {name} _driver = driver;");
        }

        foreach (byte bar in bars)
        {
            writer.Line($"private {Types.Bar} _bar{bar};");
        }

        open.WriteFields(writer);
        if (needsDriver || bars.Length > 0 || open.Any)
        {
            writer.Line();
        }
    }

    private static void WriteAttach(IndentedWriter writer, string name, byte[] bars, OpenRegisters open)
    {
        writer.Line($"protected override void Attach({Types.PciDevice} device, {Types.DriverManifest} bound)");
        using (writer.Block())
        {
            foreach (byte bar in bars)
            {
                writer.Line($"_bar{bar} = device.GetBar({bar});");
            }

            open.WriteAttach(writer);

            // Creating a driver does not run its static initialisers; the first handler that reads a table would.
            writer.Line($"{Types.RuntimeHelpers}.RunClassConstructor(typeof({name}).TypeHandle); // its static fields: now, not in a handler");
        }
    }
}
