using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>
/// Every rule about declarations, in one table. To add one: a line here, a check in the folder Checks, a line in
/// AnalyzerReleases.Unshipped.md, a page in docs/rules and a test; the tests say what is missing.
/// </summary>
/// <remarks>
/// What cannot work is an error that cannot be configured away: a driver that is declared wrongly gets members that throw, and a
/// silenced message would move the mistake to run time. What may be meant is a warning or an information, which can.
/// </remarks>
public static class DeclarationRules
{
    /// <summary>The category of every rule here.</summary>
    public const string Category = "TopHalf.Declaration";

    // TH10xx: the driver class and its project.
    public static readonly DiagnosticDescriptor ClassNotPartial = Rule("TH1001", "Driver class is not partial",
        "Write 'partial class {0}': the members of an interrupt driver are generated into its class");

    public static readonly DiagnosticDescriptor ContainerNotPartial = Rule("TH1002", "Type around a driver class is not partial",
        "Make '{0}' partial: the driver class '{1}' inside it has members generated");

    public static readonly DiagnosticDescriptor ClassStatic = Rule("TH1003", "Driver class is static",
        "Remove 'static' from '{0}': interrupts are enabled for an object of the driver class");

    public static readonly DiagnosticDescriptor ClassGeneric = Rule("TH1004", "Driver class is generic",
        "Remove the type parameters of '{0}': a driver is declared once for one kind of device");

    public static readonly DiagnosticDescriptor ClassRecord = Rule("TH1005", "Driver class is a record",
        "Write 'class' instead of 'record' for '{0}': a driver is one object with one device, not a value to copy");

    public static readonly DiagnosticDescriptor ClassFileLocal = Rule("TH1006", "Driver class is local to a file",
        "Remove 'file' from '{0}': generated members are in another file");

    public static readonly DiagnosticDescriptor NoHandler = Rule("TH1007", "Driver has no handler",
        "Give '{0}' a handler: [MsiVector(0)] on a method 'void M(in Interrupt irq)'");

    public static readonly DiagnosticDescriptor MemberTaken = Rule("TH1008", "Name of a generated member is taken",
        "Rename '{0}': {1} is generated into the driver class '{2}'");

    public static readonly DiagnosticDescriptor UnsafeNeeded = Rule("TH1009", "Many vectors need unsafe code",
        "Set <AllowUnsafeBlocks>true</AllowUnsafeBlocks> in the project: the {1} vectors of '{0}' are dispatched through a table of function pointers, as are all drivers with more than {2}");

    public static readonly DiagnosticDescriptor LanguageTooOld = Rule("TH1010", "C# version is below 12",
        "Set <LangVersion>12</LangVersion> or later in the project: the members generated for '{0}' are written in C# 12");

    public static readonly DiagnosticDescriptor ContractMissing = Rule("TH1011", "Runtime and generator do not fit",
        "Update the package {1} so that the compiler and the program use one version of it: '{0}' cannot be generated, since the referenced {1}.dll lacks {2}");

    public static readonly DiagnosticDescriptor OutsideDriver = Rule("TH1012", "Attribute outside a driver class",
        "Mark the class with [InterruptDriver] or remove [{0}]: it is read on a driver class and its methods only");

    public static readonly DiagnosticDescriptor ClassExtendsDriver = Rule("TH1013", "Driver class extends a driver class",
        "Derive '{0}' from a class without [InterruptDriver]: the handlers of '{1}' would not be called for an object of this class");

    public static readonly DiagnosticDescriptor BindingDropped = Rule("TH1014", "Binding is not kept",
        "Keep the InterruptBinding that '{0}' returns: without it nobody ends the handlers, or learns that one threw", DiagnosticSeverity.Warning);

    // TH11xx: handlers.
    public static readonly DiagnosticDescriptor HandlerSignature = Rule("TH1101", "Signature of a handler",
        "Write 'void {0}(in Interrupt irq)': {1}");

    public static readonly DiagnosticDescriptor HandlerGeneric = Rule("TH1102", "Handler is generic",
        "Remove the type parameters of '{0}': an interrupt has no type to give it");

    public static readonly DiagnosticDescriptor HandlerWithoutBody = Rule("TH1103", "Handler has no body of its own",
        "Remove '{1}' from '{0}' and give it a body: the handler is called directly in this class");

    public static readonly DiagnosticDescriptor HandlerAsync = Rule("TH1104", "Handler is async",
        "Remove 'async' from '{0}' and let it return nothing: a handler runs to its end on the receive thread, and can hand work on to a queue");

    public static readonly DiagnosticDescriptor HandlerNotOrdinary = Rule("TH1105", "Handler is not an ordinary method",
        "Move [MsiVector] from '{0}' to a method 'void M(in Interrupt irq)': accessors, operators and explicit implementations cannot be called as handlers");

    public static readonly DiagnosticDescriptor DescriptorWithoutVector = Rule("TH1106", "Descriptor on a method that is no handler",
        "Add [MsiVector(n)] to '{1}' or remove [{0}]: a descriptor belongs to a handler or to the class");

    public static readonly DiagnosticDescriptor HandlerInherited = Rule("TH1107", "Handler is inherited",
        "Move '{0}' from the base class '{1}' into '{2}': only the handlers that a driver class declares itself are called");

    public static readonly DiagnosticDescriptor HandlerConditional = Rule("TH1108", "Handler is conditional",
        "Remove [Conditional] from '{0}': the compiler leaves its call out of a build without the symbol, and what it handles would be lost");

    public static readonly DiagnosticDescriptor HandlerExperimental = Rule("TH1109", "Handler is experimental",
        "Move [Experimental] from '{0}' to the class '{1}': generated code calls the handler, which C# allows only in experimental code");

    public static readonly DiagnosticDescriptor DeviceHandlerSignature = Rule("TH1110", "Signature of a method for the device's events",
        "Write 'void {0}()', not async and not for native callers: [{1}] is called without arguments, and the binding ends when it has returned");

    public static readonly DiagnosticDescriptor DeviceHandlerTwice = Rule("TH1111", "Two methods for one event of the device",
        "Remove this [{0}] and call the method from '{1}': an event of the device has one method");

    public static readonly DiagnosticDescriptor GrantedSignature = Rule("TH1112", "Signature of the method for granted vectors",
        "Write 'void {0}(InterruptBinding binding)', not async and not for native callers: [{1}] is called with the binding, and sources are unmasked when it has returned");

    // TH12xx: vectors.
    public static readonly DiagnosticDescriptor VectorOutOfRange = Rule("TH1201", "Vector number is out of range",
        "Use vectors from 0 to {1}: MSI-X has no vector {0}");

    public static readonly DiagnosticDescriptor VectorCount = Rule("TH1202", "Vector range is empty",
        "Use a Count of 1 or more: a range of {0} vectors has no interrupt to handle");

    public static readonly DiagnosticDescriptor VectorTaken = Rule("TH1203", "Vector has two handlers",
        "Give '{1}' another vector, or give both handlers [StatusBits]: {0} is handled by '{2}'");

    public static readonly DiagnosticDescriptor ThreadNameBlank = Rule("TH1204", "Name of a receive thread is blank",
        "Give the thread a name, or remove Thread to use the default thread: '{0}' shows nothing", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ThreadNamesAlike = Rule("TH1205", "Receive threads look alike",
        "Rename the thread '{0}' or shorten '{2}' to tell it from the thread '{1}': Linux shows {3} characters of a thread's name, '{4}' for both", DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor SharedVectorsDiffer = Rule("TH1206", "Handlers share some of their vectors",
        "Give '{0}' and '{1}' the same vectors, thread and user vectors, or different vectors: handlers that share a vector have one status register and one order for all of them");

    public static readonly DiagnosticDescriptor LineAndVectors = Rule("TH1207", "Driver has a line and vectors",
        "Use [IntxLine] or [MsiVector] for all handlers: a card sends messages or drives its line, and '{0}' has the one and '{1}' the other");

    public static readonly DiagnosticDescriptor VectorsNotTold = Rule("TH1208", "Vectors that share cannot be told apart",
        "Remove TooFewVectors{0}: {1}");

    public static readonly DiagnosticDescriptor UserVectorOutOfRange = Rule("TH1209", "User vector is out of range",
        "Use {0}: there is no user vector {1} for vector {2}");

    public static readonly DiagnosticDescriptor UserVectorTaken = Rule("TH1210", "User vector stands for two vectors",
        "Use {0}: {1} has user vector {2} for vector {3} of '{4}' already");

    public static readonly DiagnosticDescriptor UserVectorsTooFew = Rule("TH1211", "Thread has more vectors than user vectors",
        "Give the vectors from {0} on another thread, as by {1}, or remove UserVector: {2} has {3} vectors, which cannot arrive by {4} user vectors", DiagnosticSeverity.Warning);

    // TH13xx: descriptors.
    public static readonly DiagnosticDescriptor BarOutOfRange = Rule("TH1301", "BAR number is out of range",
        "Use a BAR from 0 to {1}: a PCI function has no BAR {0}");

    public static readonly DiagnosticDescriptor OffsetUnaligned = Rule("TH1302", "Register offset is not aligned",
        "Use an offset that is a multiple of {1}: a register of type {2} cannot be at 0x{0:X}");

    public static readonly DiagnosticDescriptor WiderThanRegister = Rule("TH1303", "Mask or value is wider than the register",
        "Use a {0} of at most {2} bits: 0x{1:X} does not fit a register of type {3}");

    public static readonly DiagnosticDescriptor ValueOutsideMask = Rule("TH1304", "Value has bits outside the mask",
        "Use a value within the mask 0x{1:X}: the bits 0x{0:X} are outside it");

    public static readonly DiagnosticDescriptor MaskEmpty = Rule("TH1305", "Mask is zero",
        "Use a mask with the bits that matter: with a mask of 0 {0}");

    public static readonly DiagnosticDescriptor NothingToEcho = Rule("TH1306", "Nothing to write back",
        "Give {0}: {1}");

    public static readonly DiagnosticDescriptor AcknowledgedTwice = Rule("TH1307", "Interrupt is acknowledged twice",
        "Remove this [IrqAck] from '{0}' or ReadClears from its [IrqPending]: reading this register is its acknowledge already");

    public static readonly DiagnosticDescriptor UnknownEnumValue = Rule("TH1308", "Number that an enumeration does not name",
        "Use a named value of {0}, one of {2}: it has none for {1}");

    public static readonly DiagnosticDescriptor ReadToClearReadTwice = Rule("TH1309", "Register that a read clears is read elsewhere",
        "Remove this read of 0x{0:X} in BAR {1}: it clears the register and so takes interrupts from '{2}', whose handler finds what was read in Interrupt.Status", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor SharedUnused = Rule("TH1310", "Descriptor of the class applies to no handler",
        "Remove [{0}] from '{1}', or the handlers' own descriptors: no handler of the class is left that it applies to", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor LeavesUnmasked = Rule("TH1311", "Source is left unmasked",
        "Use another register or value for [{0}]: writing 0x{1:X} to 0x{2:X} in BAR {3} is what [IrqEnable] does", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ModifyOfPending = Rule("TH1312", "Acknowledge writes back what nobody handled",
        "Use IrqClear.Echo: Modify writes back every bit that is set at 0x{0:X} in BAR {1}, and so acknowledges interrupts that no handler has seen", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ModifyWithoutPreserve = Rule("TH1313", "Read-modify-write clears status bits",
        "Add Preserve = 0x{2:X}: a written 1 clears those bits at 0x{0:X} in BAR {1}, and Modify writes back every one that it reads", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor PreserveWithoutModify = Rule("TH1314", "Preserve without a read-modify-write",
        "Add Modify to [{0}] or remove Preserve: a plain write sets every bit outside its mask to 0");

    public static readonly DiagnosticDescriptor ClearsInSetRegister = Rule("TH1315", "Zeros are written to a set register",
        "Write ones to the clear register of the pair in [{0}]: a written 0 changes nothing at 0x{1:X} in BAR {2}, where [IrqEnable] sets bits", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor RecheckOutOfRange = Rule("TH1316", "Bound of the looks at a status register",
        "Use a Recheck from 0 to {1}: {0} is no bound");

    public static readonly DiagnosticDescriptor StrideUnused = Rule("TH1317", "Stride with a single source",
        "Remove {0}, or give '{1}' several vectors or bits: with one source there is no second one", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor MemberMissing = Rule("TH1318", "Address names no number of the driver",
        "Use the name of a field or a readable property of type uint or int: {0}");

    public static readonly DiagnosticDescriptor AddressConflict = Rule("TH1319", "Parts of an address do not fit together",
        "Remove or correct this argument: {0}");

    public static readonly DiagnosticDescriptor NeverUnmasked = Rule("TH1320", "Source is masked and never unmasked",
        "Add [IrqEnable] for '{0}', with Once = true if the handler or a thread that it wakes unmasks the source: nothing unmasks what this [IrqDisable] masks, and a second interrupt does not come", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor AcknowledgeOfMask = Rule("TH1321", "Acknowledge writes the register that masks",
        "Use the register that acknowledges: 0x{0:X} in BAR {1} is that of [{2}], so this write changes what is masked and acknowledges nothing", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor StatusNotCleared = Rule("TH1322", "Status bits that nothing clears",
        "Add an [IrqAck] for the bits 0x{0:X}, with Clear = IrqClear.AtSource if the handler clears them: nothing clears them, and the interrupt stays pending", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UnmasksMore = Rule("TH1323", "Pair unmasks what it does not mask",
        "Add the bits 0x{0:X} to this mask, or remove them from that of [IrqEnable]: 0x{1:X} in BAR {2} unmasks them after every interrupt, and nothing masks them before it", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor PlainWriteOfOthers = Rule("TH1324", "Plain write masks or unmasks other sources",
        "Add Modify = true to this [{0}]: a plain write sets the bits 0x{1:X} of '{2}' at 0x{3:X} in BAR {4} to 0 as well", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UnclaimedUnmasked = Rule("TH1325", "Source that nobody claims is unmasked again",
        "Remove the bits 0x{0:X} from this mask, or add Once = true: [IrqUnclaimed] masks them, and this [IrqEnable] unmasks them after every interrupt", DiagnosticSeverity.Warning);

    // TH14xx: the device's BARs.
    public static readonly DiagnosticDescriptor BarDeclaredTwice = Rule("TH1401", "BAR is declared twice",
        "Remove this [DeviceBar] or correct its index: BAR {0} is declared already, with 0x{1:X} bytes");

    public static readonly DiagnosticDescriptor BarLength = Rule("TH1402", "Length of a BAR",
        "Use a power of two of at least {1} for the length: a BAR of {2} cannot have 0x{0:X} bytes");

    public static readonly DiagnosticDescriptor RegisterOutsideBar = Rule("TH1403", "Register is outside its BAR",
        "Use {3} or correct [DeviceBar({1}, ...)]: a register at 0x{0:X} is outside BAR {1}, which is declared with 0x{2:X} bytes");

    public static readonly DiagnosticDescriptor RegisterTypeOfBar = Rule("TH1404", "Register type does not fit its BAR",
        "Use {3}, or correct IsPort of [DeviceBar({1}, ...)]: BAR {1} is declared as one of {2}, which {0} does not reach");

    // TH15xx: sources that share a vector or a line.
    public static readonly DiagnosticDescriptor StatusBitClaimedTwice = Rule("TH1501", "Status bit belongs to two handlers",
        "Remove the bits 0x{0:X} here or from '{1}', or give each of the two a [StatusBank] of other bits: a bit leads to one handler, or to registers that tell several apart");

    public static readonly DiagnosticDescriptor StatusBitUnreachable = Rule("TH1502", "Status bit is never looked at",
        "Add the bits 0x{0:X} to the mask of [IrqPending], or remove them here: the status register is tested with 0x{1:X}");

    public static readonly DiagnosticDescriptor NoStatusRegister = Rule("TH1503", "Status bits without a status register",
        "Add [IrqPending] to the class or to '{0}': it names the register whose bits are meant");

    public static readonly DiagnosticDescriptor TwoStatusRegisters = Rule("TH1504", "Vector has two status registers",
        "Remove this [IrqPending] or the one of '{0}': both handlers share their vectors and so the status that is read");

    public static readonly DiagnosticDescriptor UnclaimedLeft = Rule("TH1505", "Status bits that nobody handles or masks",
        "Remove the bits 0x{0:X} from this mask, give them to a handler by [StatusBits], or {1}: a source that nobody masks can stay asserted", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor AfterEachCall = Rule("TH1506", "One of several calls cannot end what began before all",
        "Move [{0}] to the class{2}: '{1}' is called for one bit after the other, and no single call is the end of all of them");

    public static readonly DiagnosticDescriptor UnmaskedBeforeAcknowledge = Rule("TH1507", "Source is unmasked before it is acknowledged",
        "Move [IrqEnable] from '{0}' to the class, or remove After from the [IrqAck] of the class: the source would interrupt again for what is acknowledged later");

    public static readonly DiagnosticDescriptor LineNotAnswered = Rule("TH1508", "Level-triggered line is neither acknowledged nor masked",
        "Add [IrqAck] or [IrqDisable] for '{0}', or [IrqAck(..., Clear = IrqClear.AtSource)] where the handler clears the source itself: the line stays high and interrupts again at once", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor BankIndicesOverlap = Rule("TH1509", "Two banks have the same indices",
        "Give this [StatusBank] a First of {0}: bits of it have an Index that bits of the banks before it have, and '{1}' cannot tell them apart", DiagnosticSeverity.Warning);

    /// <summary>Every rule, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        ClassNotPartial, ContainerNotPartial, ClassStatic, ClassGeneric, ClassRecord, ClassFileLocal, NoHandler, MemberTaken,
        UnsafeNeeded, LanguageTooOld, ContractMissing, OutsideDriver, ClassExtendsDriver, BindingDropped,
        HandlerSignature, HandlerGeneric, HandlerWithoutBody, HandlerAsync, HandlerNotOrdinary, DescriptorWithoutVector,
        HandlerInherited, HandlerConditional, HandlerExperimental, DeviceHandlerSignature, DeviceHandlerTwice, GrantedSignature,
        VectorOutOfRange, VectorCount, VectorTaken, ThreadNameBlank, ThreadNamesAlike, SharedVectorsDiffer, LineAndVectors, VectorsNotTold,
        UserVectorOutOfRange, UserVectorTaken, UserVectorsTooFew,
        BarOutOfRange, OffsetUnaligned, WiderThanRegister, ValueOutsideMask, MaskEmpty, NothingToEcho, AcknowledgedTwice,
        UnknownEnumValue, ReadToClearReadTwice, SharedUnused, LeavesUnmasked, ModifyOfPending,
        ModifyWithoutPreserve, PreserveWithoutModify, ClearsInSetRegister, RecheckOutOfRange, StrideUnused, MemberMissing, AddressConflict, NeverUnmasked,
        AcknowledgeOfMask, StatusNotCleared, UnmasksMore,
        PlainWriteOfOthers, UnclaimedUnmasked,
        BarDeclaredTwice, BarLength, RegisterOutsideBar, RegisterTypeOfBar,
        StatusBitClaimedTwice, StatusBitUnreachable, NoStatusRegister, TwoStatusRegisters, UnclaimedLeft, AfterEachCall,
        UnmaskedBeforeAcknowledge, LineNotAnswered, BankIndicesOverlap,
    ];

    private static DiagnosticDescriptor Rule(
        string id, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Error) => new(
        id,
        title,
        message,
        Category,
        severity,
        isEnabledByDefault: true,
        description: new RuleDescription(id),
        helpLinkUri: $"{Pages.Root}/rules/{id}.md",
        customTags: severity == DiagnosticSeverity.Error ? [WellKnownDiagnosticTags.NotConfigurable] : []);
}
