using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>The methods that call the driver when the kernel grants its vectors, or tells something of the device.</summary>
internal static class DeviceEvents
{
    public static void Write(IndentedWriter writer, DriverModel driver)
    {
        Write(writer, driver, driver.Granted, "VectorsGranted", Types.InterruptBinding + " binding", "binding");
        Write(writer, driver, driver.Request, "DeviceRequested");
        Write(writer, driver, driver.Error, "DeviceFailed");
    }

    private static void Write(IndentedWriter writer, DriverModel driver, HandlerMethodModel? method, string name, string parameter = "", string argument = "")
    {
        if (method is not null)
        {
            string target = method.IsStatic ? Identifiers.GlobalName(driver) : "_driver";
            writer.Line();
            writer.Line($"protected override void {name}({parameter}) => {target}.{Identifiers.Escape(method.Name)}({argument});");
        }
    }
}
