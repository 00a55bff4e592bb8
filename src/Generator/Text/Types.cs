using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>The runtime's types as generated code writes them: from <c>global::</c>, so that no name of the author's is in the way.</summary>
internal static class Types
{
    public const string Interrupt = Global + KnownNames.Interrupt;
    public const string PciDevice = Global + KnownNames.PciDevice;
    public const string Bar = Global + KnownNames.Bar;
    public const string InterruptBinding = Global + KnownNames.InterruptBinding;
    public const string InterruptOptions = Global + KnownNames.InterruptOptions;
    public const string DriverManifest = Global + KnownNames.DriverManifest;
    public const string Step = Global + KnownNames.Step;
    public const string StepRole = Global + KnownNames.StepRole;
    public const string StepOperation = Global + KnownNames.StepOperation;
    public const string VirtioStructure = Global + KnownNames.VirtioStructure;
    public const string BitOperations = Global + "System.Numerics.BitOperations";
    public const string RegisterType = Global + KnownNames.RegisterType;
    public const string Contract = Global + KnownNames.GeneratedContract + "." + KnownNames.ContractVersion;
    public const string Dispatcher = Global + KnownNames.InterruptDispatcher;
    public const string Receiver = Global + KnownNames.InterruptReceiver;
    public const string Event = Global + KnownNames.InterruptEvent;
    public const string CancellationToken = Global + "System.Threading.CancellationToken";
    public const string Unsafe = Global + "System.Runtime.CompilerServices.Unsafe";
    public const string RuntimeHelpers = Global + "System.Runtime.CompilerServices.RuntimeHelpers";
    public const string Obsolete = "[" + Global + "System.Obsolete]";
    public const string InvalidOperationException = Global + "System.InvalidOperationException";

    /// <summary>
    /// For a method that is entered once and never left: it is compiled as well as it can be at once, and not again in the middle of
    /// its loop, on the receive thread.
    /// </summary>
    public const string AggressiveOptimization = "[" + Global + "System.Runtime.CompilerServices.MethodImpl("
        + Global + "System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]";

    private const string Global = "global::";

    /// <summary>The attribute that marks all that is generated.</summary>
    public static readonly string GeneratedCode =
        $"[{Global}System.CodeDom.Compiler.GeneratedCode({Literals.Text(KnownNames.GeneratorTool)}, {Literals.Text(typeof(Types).Assembly.GetName().Version.ToString(3))})]";
}
