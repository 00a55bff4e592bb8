namespace TopHalf.Declarations;

/// <summary>
/// Every metadata name of the runtime that the compiler side matches or writes, and every name that it generates. The compiler
/// side does not reference the runtime, so that one compiler loads both without a version of its own; this file is the seam.
/// </summary>
public static class KnownNames
{
    /// <summary>The namespace of all that an author uses.</summary>
    public const string Namespace = "TopHalf";

    /// <summary>The namespace of what only generated code uses.</summary>
    public const string CompilerServices = Namespace + ".CompilerServices";

    /// <summary>The package to update when the two sides do not fit.</summary>
    public const string Package = "TopHalf";

    // Attributes, by their simple names: AttributeReader matches them in the namespace above.
    public const string InterruptDriverAttribute = "InterruptDriverAttribute";
    public const string DeviceBarAttribute = "DeviceBarAttribute";
    public const string MsiVectorAttribute = "MsiVectorAttribute";
    public const string IntxLineAttribute = "IntxLineAttribute";
    public const string DeviceRequestAttribute = "DeviceRequestAttribute";
    public const string DeviceErrorAttribute = "DeviceErrorAttribute";
    public const string VectorsGrantedAttribute = "VectorsGrantedAttribute";
    public const string StatusBitsAttribute = "StatusBitsAttribute";
    public const string StatusBankAttribute = "StatusBankAttribute";
    public const string IrqPendingAttribute = "IrqPendingAttribute";
    public const string IrqAckAttribute = "IrqAckAttribute";
    public const string IrqDisableAttribute = "IrqDisableAttribute";
    public const string IrqEnableAttribute = "IrqEnableAttribute";
    public const string IrqReleaseAttribute = "IrqReleaseAttribute";
    public const string IrqUnclaimedAttribute = "IrqUnclaimedAttribute";
    public const string InterruptSafeAttribute = "InterruptSafeAttribute";
    public const string InterruptUnsafeAttribute = "InterruptUnsafeAttribute";

    /// <summary>What a fix puts in place of a collection that grows; it has one type parameter.</summary>
    public const string SpscRing = "SpscRing";

    /// <summary>The attribute that starts everything, as the incremental pipeline asks for it.</summary>
    public const string InterruptDriver = Namespace + "." + InterruptDriverAttribute;

    // Parameters and properties of those attributes.
    public const string VendorId = "VendorId";
    public const string DeviceId = "DeviceId";
    public const string TooFewVectors = "TooFewVectors";
    public const string IndexArgument = "index";
    public const string LengthArgument = "length";
    public const string IsPort = "IsPort";
    public const string VectorArgument = "vector";
    public const string Count = "Count";
    public const string Thread = "Thread";
    public const string UserVector = "UserVector";
    public const string TypeArgument = "type";
    public const string BarArgument = "bar";
    public const string OffsetArgument = "offset";
    public const string MaskArgument = "mask";
    public const string ValueArgument = "value";
    public const string ReadClears = "ReadClears";
    public const string Clear = "Clear";
    public const string After = "After";
    public const string Modify = "Modify";
    public const string Preserve = "Preserve";
    public const string Flush = "Flush";
    public const string Recheck = "Recheck";
    public const string Once = "Once";
    public const string Stride = "Stride";
    public const string OffsetFrom = "OffsetFrom";
    public const string StrideFrom = "StrideFrom";
    public const string Structure = "Structure";
    public const string IndexOffset = "IndexOffset";
    public const string Index = "Index";
    public const string IndexStride = "IndexStride";
    public const string BitStride = "BitStride";
    public const string Each = "Each";
    public const string First = "First";
    public const string Whole = "Whole";
    public const string ClearOffset = "ClearOffset";
    public const string ReasonArgument = "reason";

    /// <summary>The method of <see cref="PciDevice"/> that gives a <see cref="Bar"/>.</summary>
    public const string GetBarMethod = "GetBar";

    // Types that drivers see.
    public const string Interrupt = Namespace + ".Interrupt";
    public const string PciDevice = Namespace + ".PciDevice";
    public const string Bar = Namespace + ".Bar";
    public const string InterruptBinding = Namespace + ".InterruptBinding";
    public const string InterruptOptions = Namespace + ".InterruptOptions";
    public const string DriverManifest = Namespace + ".DriverManifest";
    public const string HandlerManifest = Namespace + ".HandlerManifest";
    public const string VectorRange = Namespace + ".VectorRange";
    public const string Step = Namespace + ".Step";
    public const string StepRole = Namespace + ".StepRole";
    public const string StepOperation = Namespace + ".StepOperation";
    public const string StepAddress = Namespace + ".StepAddress";
    public const string VirtioStructure = Namespace + ".VirtioStructure";
    public const string BankClear = Namespace + ".BankClear";
    public const string RegisterType = Namespace + ".RegisterType";
    public const string IrqClear = Namespace + ".IrqClear";

    // Types that only generated code sees.
    public const string GeneratedContract = CompilerServices + ".GeneratedContract";
    public const string InterruptDispatcher = CompilerServices + ".InterruptDispatcher";
    public const string InterruptReceiver = CompilerServices + ".InterruptReceiver";
    public const string InterruptEvent = CompilerServices + ".InterruptEvent";

    /// <summary>The member of <see cref="GeneratedContract"/> that the generator of this version writes for.</summary>
    public const string ContractVersion = "Version6";

    /// <summary>The tool that generated members name in their <c>GeneratedCode</c> attribute.</summary>
    public const string GeneratorTool = "TopHalf.Generator";

    // Members that are generated into a driver class.
    public const string ManifestMember = "Manifest";
    public const string EnableInterruptsMember = "EnableInterrupts";
    public const string RunInterruptsMember = "RunInterrupts";
    public const string DispatcherMember = "TopHalfDispatcher";
}
