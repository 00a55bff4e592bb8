using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>What a driver needs of the project that it is in.</summary>
public static class ProjectChecks
{
    /// <summary>Checks a driver's project. The generator asks <see cref="CompilationFacts.CanDispatch"/> for the same.</summary>
    public static void Check(DriverModel driver, AttributeData attribute, CompilationFacts facts, FaultSink faults)
    {
        var anchor = Anchor.Attribute(attribute);
        string name = driver.Shell.Name;
        if (!facts.HasCSharp12)
        {
            faults.Add(DeclarationRules.LanguageTooOld, anchor, name);
        }

        if (!facts.HasContract)
        {
            faults.Add(
                DeclarationRules.ContractMissing,
                anchor,
                name,
                KnownNames.Package,
                $"{KnownNames.GeneratedContract}.{KnownNames.ContractVersion}");
        }

        if (driver.NeedsTable && !facts.AllowsUnsafe)
        {
            faults.Add(DeclarationRules.UnsafeNeeded, anchor, name, driver.VectorCount, DriverModel.LargestSwitch);
        }
    }
}
