namespace TopHalf;

/// <summary>The instructions that a warm-up looks at, and how long the operands of all are (ECMA-335, partition III).</summary>
internal static class IlCode
{
    public const int Jump = 0x27;
    public const int Call = 0x28;
    public const int CallIndirect = 0x29;
    public const int Return = 0x2A;
    public const int BranchShort = 0x2B;
    public const int Branch = 0x38;
    public const int Switch = 0x45;
    public const int CallVirtual = 0x6F;
    public const int NewObject = 0x73;
    public const int Throw = 0x7A;
    public const int LoadStatic = 0x7E;
    public const int LoadStaticAddress = 0x7F;
    public const int StoreStatic = 0x80;
    public const int Box = 0x8C;
    public const int EndFinally = 0xDC;
    public const int Leave = 0xDD;
    public const int LeaveShort = 0xDE;
    public const int LoadFunction = 0xFE06;
    public const int LoadVirtualFunction = 0xFE07;
    public const int EndFilter = 0xFE11;
    public const int Constrained = 0xFE16;
    public const int Rethrow = 0xFE1A;

    /// <summary>Bytes of the operand; of a switch those of its count.</summary>
    public static int OperandSize(int code) => code switch
    {
        >= 0x0E and <= 0x13 or 0x1F => 1, // ldarg.s to stloc.s, ldc.i4.s
        0x20 or 0x22 => 4, // ldc.i4, ldc.r4
        0x21 or 0x23 => 8, // ldc.i8, ldc.r8
        Jump or Call or CallIndirect => 4,
        >= BranchShort and <= 0x37 or LeaveShort => 1,
        >= Branch and <= Switch or Leave => 4,
        >= CallVirtual and <= 0x75 or 0x79 => 4, // callvirt to isinst, unbox
        >= 0x7B and <= 0x81 => 4, // fields, stobj
        Box or 0x8D or 0x8F => 4, // box, newarr, ldelema
        >= 0xA3 and <= 0xA5 => 4, // ldelem, stelem, unbox.any
        0xC2 or 0xC6 or 0xD0 => 4, // refanyval, mkrefany, ldtoken
        LoadFunction or LoadVirtualFunction => 4,
        >= 0xFE09 and <= 0xFE0E => 2, // ldarg to stloc
        0xFE12 or 0xFE19 => 1, // unaligned., no.
        0xFE15 or Constrained or 0xFE1C => 4, // initobj, sizeof
        _ => 0,
    };

    /// <summary>Whether the operand says where to go on.</summary>
    public static bool IsBranch(int code)
        => code is (>= BranchShort and < Switch) or Leave or LeaveShort;

    /// <summary>Whether the instruction after it can only be reached by a branch.</summary>
    public static bool GoesElsewhere(int code)
        => code is BranchShort or Branch or Leave or LeaveShort;

    /// <summary>Whether its operand is the token of a static field.</summary>
    public static bool NamesStatic(int code) => code is LoadStatic or LoadStaticAddress or StoreStatic;

    /// <summary>Whether its operand is the token of a method.</summary>
    public static bool NamesMethod(int code)
        => code is Call or CallVirtual or NewObject or LoadFunction or LoadVirtualFunction or Jump;
}
