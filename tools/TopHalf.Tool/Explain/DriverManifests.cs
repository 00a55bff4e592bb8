using System.Reflection;
using TopHalf.CompilerServices;

namespace TopHalf.Tool;

/// <summary>The manifests of the drivers in an assembly, from the property that is generated into each.</summary>
internal static class DriverManifests
{
    private const string Update = "dotnet tool update TopHalf.Tool";

    /// <exception cref="BadInputException">The assembly has no drivers, or none that this tool can read.</exception>
    public static IReadOnlyList<DriverManifest> Load(string path)
    {
        DriverAssembly assembly = DriverAssembly.Read(path);
        CheckFits(path, assembly);
        var context = new DriverLoadContext(assembly.Path);
        try
        {
            Assembly loaded = context.LoadFromAssemblyPath(assembly.Path);
            return [.. assembly.Drivers.Select(driver => ManifestOf(loaded, driver))];
        }
        catch (Exception e) when (e is BadImageFormatException or FileLoadException or FileNotFoundException or TypeLoadException)
        {
            throw new BadInputException($"{path} cannot be loaded: {e.Message} Give the assembly in the folder that it was built to, where what it needs is beside it.", e);
        }
        finally
        {
            context.Unload();
        }
    }

    private static void CheckFits(string path, DriverAssembly assembly)
    {
        if (assembly.Runtime is not { } built)
        {
            throw new BadInputException($"{path} has no drivers: it does not use TopHalf.");
        }

        if (assembly.Drivers.Count == 0)
        {
            throw new BadInputException($"{path} has no drivers: no class of it is marked [InterruptDriver].");
        }

        int[] known = KnownContracts();
        foreach (DriverType driver in assembly.Drivers)
        {
            if (driver.Contract is int contract && !known.Contains(contract))
            {
                throw new BadInputException(
                    $"{path}: {driver.Name} was generated for contract {contract} of TopHalf, and this tool knows {string.Join(", ", known)}. " +
                    (contract > known.Max() ? $"Update the tool: {Update}" : "Build the driver again with the package TopHalf of today."));
            }
        }

        Version own = typeof(DriverManifest).Assembly.GetName().Version!;
        if (built > own)
        {
            throw new BadInputException($"{path} was built with TopHalf {built}, and this tool has {own}. Update the tool: {Update}");
        }
    }

    private static int[] KnownContracts()
        => [.. typeof(GeneratedContract).GetFields().Where(static field => field.IsLiteral).Select(static field => (int)field.GetRawConstantValue()!)];

    private static DriverManifest ManifestOf(Assembly assembly, DriverType driver)
    {
        PropertyInfo? property = assembly.GetType(driver.Name)?.GetProperty(
            "Manifest", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly, null, typeof(DriverManifest), [], null);
        try
        {
            return (DriverManifest?)property?.GetValue(null)
                ?? throw new BadInputException($"{driver.Name} has no manifest: a trimmer took it out. Give the assembly as it was built.");
        }
        catch (TargetInvocationException e)
        {
            throw new BadInputException($"{driver.Name} does not give its manifest: {e.InnerException!.Message}", e);
        }
    }
}
